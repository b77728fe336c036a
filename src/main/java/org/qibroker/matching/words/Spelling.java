package org.qibroker.matching.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibroker.shared.TextKey;

/**
 * Puts right the spelling of a subject: one typing error in a Latin word, or a Chinese word by the initials of its
 * pinyin. Only where it can mean one thing alone; it is for the reader to be shown, and never a coverage.
 */
public final class Spelling {
    private static final int SHORTEST = 5;
    private static final int SHORTEST_INITIALS = 4;
    private static final int LONGEST = 60;

    private final Map<String, Concept> words;
    private final Map<String, Set<String>> shortened = new HashMap<>();
    private final Map<String, Set<Concept>> initials = new HashMap<>();

    /** Knows the words of a vocabulary. */
    Spelling(Vocabulary vocabulary) {
        this.words = vocabulary.byKey();
        words.keySet().stream()
                .filter(key -> key.length() >= SHORTEST && Variants.isLatin(key))
                .forEach(key -> shortened(key).forEach(s -> shortened
                        .computeIfAbsent(s, k -> new HashSet<>())
                        .add(key)));
        vocabulary.concepts().forEach(concept -> Pinyin.initials(concept.zh())
                .forEach(i -> initials.computeIfAbsent(i, k -> new HashSet<>()).add(concept)));
    }

    /**
     * A word put right.
     *
     * @param word what was meant
     */
    public record Correction(String word, Concept concept) {}

    /** What a misspelt word means; empty if it may mean several things, or is known as it stands. */
    public Optional<Correction> correct(String written) {
        String key = TextKey.of(written);
        if (key.length() > LONGEST || key.length() < SHORTEST_INITIALS || words.containsKey(key)) {
            return Optional.empty();
        }
        Set<Concept> near = near(key);
        if (near.size() == 1) {
            Concept concept = near.iterator().next();
            return Optional.of(new Correction(concept.en(), concept));
        }
        Set<Concept> begun = near.isEmpty() ? initials.getOrDefault(key, Set.of()) : Set.of();
        return begun.size() == 1
                ? begun.stream().findFirst().map(concept -> new Correction(concept.zh(), concept))
                : Optional.empty();
    }

    /** The concepts with a Latin word within one edit. */
    Set<Concept> near(String key) {
        Set<Concept> near = new HashSet<>();
        if (key.length() < SHORTEST) {
            return near;
        }
        Set<String> ways = shortened(key);
        for (String way : ways) {
            for (String word : shortened.getOrDefault(way, Set.of())) {
                if (withinOneEdit(key, word)) {
                    near.add(words.get(word));
                }
            }
        }
        return near;
    }

    /** The word itself, and with any one letter left out. */
    private static Set<String> shortened(String key) {
        Set<String> all = new HashSet<>(Set.of(key));
        for (int i = 0; i < key.length(); i++) {
            all.add(key.substring(0, i) + key.substring(i + 1));
        }
        return all;
    }

    /** Whether one letter more, less, other, or exchanged with its neighbour makes one word the other. */
    static boolean withinOneEdit(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOne = one.substring(same);
        String restOther = other.substring(same);
        if (restOne.length() == restOther.length()) {
            return restOne.length() <= 1
                    || restOne.substring(1).equals(restOther.substring(1))
                    || (restOne.charAt(0) == restOther.charAt(1)
                            && restOne.charAt(1) == restOther.charAt(0)
                            && restOne.substring(2).equals(restOther.substring(2)));
        }
        return restOne.length() > restOther.length()
                ? restOne.substring(1).equals(restOther)
                : restOther.substring(1).equals(restOne);
    }
}
