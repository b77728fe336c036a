package org.qibroker.matching.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Subjects for what somebody has begun to type: Chinese, English, pinyin or its initials, or slightly misspelt. */
public final class Suggestions {
    private static final int SHORTEST_PINYIN = 2;

    private final List<Entry> entries;
    private final Spelling spelling;

    private Suggestions(List<Entry> entries, Spelling spelling) {
        this.entries = entries;
        this.spelling = spelling;
    }

    static Suggestions of(Vocabulary subjects, Spelling spelling) {
        return new Suggestions(subjects.concepts().stream().map(Entry::of).toList(), spelling);
    }

    /** A subject as scopes name it. */
    public record Named(Family family, String zh, @Nullable String en) {}

    /** The same, and subjects that scopes name and that are not among the words. */
    public Suggestions with(Collection<Named> named) {
        Set<String> known = new HashSet<>();
        entries.forEach(entry -> entry.words.forEach(word -> known.add(word.key)));
        List<Entry> more = new ArrayList<>(entries);
        for (Named subject : named) {
            if (!known.contains(TextKey.of(subject.zh))) {
                more.add(Entry.of(subject));
            }
        }
        return new Suggestions(more, spelling);
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
     * @param subjectEn the English term; absent where scopes do not say it
     * @param matched the word that what was typed leads to
     */
    public record Suggestion(
            String subject,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String subjectEn,
            Family family,
            String matched,
            Way way) {}

    /** The subjects that may be meant, the likeliest first. */
    public List<Suggestion> of(String typed, int most) {
        String key = TextKey.of(Simplified.text(typed));
        if (key.isEmpty()) {
            return List.of();
        }
        Set<Concept> near = spelling.near(key);
        boolean pinyin = key.length() >= SHORTEST_PINYIN && key.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return entries.stream()
                .map(entry -> entry.suggest(key, pinyin, near))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Suggestion::way)
                        .thenComparing(suggestion -> suggestion.matched().length()))
                .limit(most)
                .toList();
    }

    private record Word(String text, String key) {}

    /**
     * What can be suggested.
     *
     * @param concept {@code null} if only scopes name it
     * @param family {@code null} if it is of no one family, and never suggested
     */
    private record Entry(
            String zh,
            @Nullable String en,
            @Nullable Family family,
            @Nullable Concept concept,
            List<Word> words,
            List<Word> spelt) {
        static Entry of(Concept concept) {
            return new Entry(
                    concept.zh(),
                    concept.en(),
                    concept.family(),
                    concept,
                    words(concept.words().stream()),
                    spelt(concept.words().stream()));
        }

        static Entry of(Named named) {
            List<String> words =
                    Stream.of(named.zh, named.en).filter(Objects::nonNull).toList();
            return new Entry(named.zh, named.en, named.family, null, words(words.stream()), spelt(words.stream()));
        }

        private static List<Word> words(Stream<String> words) {
            return words.map(word -> new Word(word, TextKey.of(word))).toList();
        }

        private static List<Word> spelt(Stream<String> words) {
            return words.filter(word -> !Variants.isLatin(word))
                    .flatMap(word -> Stream.concat(Pinyin.initials(word).stream(), Pinyin.full(word).stream())
                            .map(letters -> new Word(word, letters)))
                    .toList();
        }

        @Nullable
        Suggestion suggest(String key, boolean pinyin, Set<Concept> near) {
            Family known = family;
            Word word = null;
            Way way = Way.SPELLING;
            if (known != null) {
                for (int i = 0; i < words.size(); i++) {
                    Way own = way(words.get(i).key, key, i);
                    if (own != null && (word == null || own.compareTo(way) < 0)) {
                        way = own;
                        word = words.get(i);
                    }
                }
                boolean letters = pinyin && (word == null || way.compareTo(Way.PINYIN) > 0);
                Word spelled = letters ? first(spelt, key) : null;
                way = spelled == null ? way : Way.PINYIN;
                word = spelled == null ? word : spelled;
                boolean meant = concept != null && near.contains(concept);
                word = word == null && meant && words.size() > 1 ? words.get(1) : word;
            }
            return known == null || word == null ? null : new Suggestion(zh, en, known, word.text, way);
        }

        /** How a word is led to; the first two are the terms. */
        private static @Nullable Way way(String word, String key, int place) {
            if (word.equals(key)) {
                return Way.EXACT;
            }
            if (word.startsWith(key)) {
                return place < 2 ? Way.TERM : Way.SYNONYM;
            }
            return word.contains(key) ? Way.PART : null;
        }

        private static @Nullable Word first(List<Word> words, String key) {
            for (Word word : words) {
                if (word.key.startsWith(key)) {
                    return word;
                }
            }
            return null;
        }
    }
}
