package org.qibroker.matching;

import org.jspecify.annotations.Nullable;

/**
 * The smallest change of one criterion that would make a candidate.
 *
 * @param from what is asked
 * @param to what would have to be asked instead; empty if it would have to be dropped
 */
public record Relaxation(Criterion criterion, @Nullable String from, String to) {
    /**
     * A relaxation and how many more providers it brings.
     *
     * @param providers providers that fail by this criterion alone and no further than {@code to}
     */
    public record Sum(Criterion criterion, @Nullable String from, String to, int providers) {}
}
