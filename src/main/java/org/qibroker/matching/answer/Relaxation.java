package org.qibroker.matching.answer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of one criterion that would make a candidate.
 *
 * @param from what is asked
 * @param to what would have to be asked instead; empty if it would have to be dropped
 * @param patch the changes to the request; empty if what is asked cannot say so little
 */
public record Relaxation(Criterion criterion, @Nullable String from, String to, List<Change> patch) {
    /** One kept before there were patches has none. */
    public Relaxation {
        patch = Objects.requireNonNullElse(patch, List.of());
    }

    /**
     * A relaxation and how many more providers it brings.
     *
     * @param providers providers that are no candidates and need no more than this
     */
    public record Sum(Criterion criterion, @Nullable String from, String to, int providers, List<Change> patch) {
        /** One kept before there were patches has none. */
        public Sum {
            patch = Objects.requireNonNullElse(patch, List.of());
        }

        /** A relaxation and how many providers it brings. */
        public static Sum of(Relaxation relaxation, int providers) {
            return new Sum(relaxation.criterion, relaxation.from, relaxation.to, providers, relaxation.patch);
        }
    }

    /**
     * Two relaxations at once, which bring more than either alone.
     *
     * @param providers providers that are no candidates and need no more than these
     * @param patch the changes of both; empty if one has none
     */
    public record Pair(List<Relaxation> relaxations, int providers, List<Change> patch) {}
}
