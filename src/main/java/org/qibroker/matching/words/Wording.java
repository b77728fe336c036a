package org.qibroker.matching.words;

import org.jspecify.annotations.Nullable;

/**
 * How the word of a line covers the word asked.
 *
 * @param relation what they are to each other
 * @param term the recorded term that connects them; absent where they are the same word
 */
public record Wording(Relation relation, @Nullable String term) {
    /** The same word. */
    static final Wording EXACT = new Wording(Relation.EXACT, null);
}
