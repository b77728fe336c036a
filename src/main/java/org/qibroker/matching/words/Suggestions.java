package org.qibroker.matching.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Subjects for what somebody has begun to type: Chinese, English, pinyin or its initials, or slightly misspelt. */
public final class Suggestions {
    private static final int SHORTEST_PINYIN = 2;

    private final List<Entry> entries = new ArrayList<>();
    private final Spelling spelling;

    Suggestions(Vocabulary subjects, Spelling spelling) {
        this.spelling = spelling;
        subjects.concepts().forEach(concept -> entries.add(Entry.of(concept)));
    }

    /** How what was typed leads to a subject; the surest first. */
    public enum Way {
        /** It is the word. */
        EXACT,
        /** The term begins with it. */
        TERM,
        /** A synonym begins with it. */
        SYNONYM,
        /** It is the beginning of the pinyin, or of its initials. */
        PINYIN,
        /** It is part of a word. */
        PART,
        /** It is a word but for one letter. */
        SPELLING
    }

    /**
     * A subject that may be meant.
     *
     * @param subject the Chinese term
     * @param subjectEn the English term
     * @param matched the word that what was typed leads to
     */
    public record Suggestion(String subject, String subjectEn, Family family, String matched, Way way) {}

    /** The subjects that may be meant, the likeliest first. */
    public List<Suggestion> of(String typed, int most) {
        String key = TextKey.of(Simplified.text(typed));
        if (key.isEmpty()) {
            return List.of();
        }
        Set<Concept> near = spelling.near(key);
        return entries.stream()
                .flatMap(entry -> entry.suggest(key, near).stream())
                .sorted(Comparator.comparing(Suggestion::way)
                        .thenComparing(suggestion -> suggestion.matched().length()))
                .limit(most)
                .toList();
    }

    private record Word(String text, String key) {}

    private record Entry(Concept concept, List<Word> words, List<Word> spelt) {
        static Entry of(Concept concept) {
            List<Word> words = concept.words().stream()
                    .map(word -> new Word(word, TextKey.of(word)))
                    .toList();
            List<Word> spelt = concept.words().stream()
                    .filter(word -> !Variants.isLatin(word))
                    .flatMap(word -> Stream.concat(Pinyin.initials(word).stream(), Pinyin.full(word).stream())
                            .map(letters -> new Word(word, letters)))
                    .toList();
            return new Entry(concept, words, spelt);
        }

        Optional<Suggestion> suggest(String key, Set<Concept> near) {
            boolean pinyin = key.length() >= SHORTEST_PINYIN && key.chars().allMatch(c -> c >= 'a' && c <= 'z');
            return first(words.stream().filter(word -> word.key.equals(key)), Way.EXACT)
                    .or(() -> first(words.stream().limit(2).filter(word -> word.key.startsWith(key)), Way.TERM))
                    .or(() -> first(words.stream().filter(word -> word.key.startsWith(key)), Way.SYNONYM))
                    .or(() -> first(spelt.stream().filter(word -> pinyin && word.key.startsWith(key)), Way.PINYIN))
                    .or(() -> first(words.stream().filter(word -> word.key.contains(key)), Way.PART))
                    .or(() -> first(words.stream().skip(1).filter(word -> near.contains(concept)), Way.SPELLING));
        }

        private Optional<Suggestion> first(Stream<Word> found, Way way) {
            Family family = concept.family();
            return family == null
                    ? Optional.empty()
                    : found.findFirst().map(word -> new Suggestion(concept.zh(), concept.en(), family, word.text, way));
        }
    }
}
