package org.qibroker.matching.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;

/**
 * One thing, and what it is called.
 *
 * @param zh its term
 * @param en its English term
 * @param synonyms other words for exactly the same
 * @param broader Chinese terms of what includes it
 * @param family who serves it; absent for parameters
 */
public record Concept(String zh, String en, List<String> synonyms, List<String> broader, @Nullable Family family) {
    /** Copies both lists. */
    public Concept {
        synonyms = List.copyOf(synonyms);
        broader = List.copyOf(broader);
    }

    /** Every recorded word for it, the terms first. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of(zh, en));
        words.addAll(synonyms);
        return words;
    }
}
