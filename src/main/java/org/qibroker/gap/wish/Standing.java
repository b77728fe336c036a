package org.qibroker.gap.wish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.gap.GapState;
import org.qibroker.matching.answer.GapType;

/**
 * What a gap is, as it follows from its wishes and from what coordinators said of them. Pure.
 *
 * @param first the wish that names it
 * @param foundType why most of the wishes are unmet
 * @param type the same, or what a coordinator made of it
 * @param reason the usual one of that type found
 */
record Standing(
        Wish first,
        @Nullable GapType foundType,
        @Nullable GapType type,
        String reason,
        GapState state,
        Instant firstAt,
        Instant lastAt) {

    /**
     * What coordinators said last.
     *
     * @param corrected whether one corrected the type
     * @param type into what; absent if it is no gap of the region's
     * @param closedAt when it was closed, if that has not ended
     */
    record Said(boolean corrected, @Nullable GapType type, @Nullable Instant closedAt) {
        static final Said NOTHING = new Said(false, null, null);

        /** Whether it was closed and nobody has wished it since. */
        private boolean closed(Instant lastWish) {
            return closedAt != null && !lastWish.isAfter(closedAt);
        }
    }

    /** What the wishes of a gap, at least one, and what was said of them make it. */
    static Standing of(List<Wish> wishes, Said said) {
        List<Wish> sorted = wishes.stream()
                .sorted(Comparator.comparing(Wish::id, Clusters.FIRST))
                .toList();
        List<Wish> live = sorted.stream().filter(Wish::live).toList();
        List<Wish> counted = live.isEmpty() ? sorted : live;
        Wish usual = usual(counted);
        List<Instant> times = counted.stream().map(Wish::createdAt).sorted().toList();
        Instant last = times.get(times.size() - 1);
        return new Standing(
                sorted.get(0),
                usual.foundType(),
                said.corrected() ? said.type() : usual.foundType(),
                usual.reason(),
                live.isEmpty() ? GapState.WITHDRAWN : said.closed(last) ? GapState.CLOSED : GapState.OPEN,
                times.get(0),
                last);
    }

    /** The first wish of those with the commonest type and, among them, reason. */
    private static Wish usual(List<Wish> counted) {
        Map<Optional<GapType>, Long> types = counted.stream()
                .collect(Collectors.groupingBy(wish -> Optional.ofNullable(wish.foundType()), Collectors.counting()));
        Map<String, Long> reasons =
                counted.stream().collect(Collectors.groupingBy(Wish::reason, Collectors.counting()));
        return counted.stream()
                .max(Comparator.comparing((Wish wish) -> count(types, Optional.ofNullable(wish.foundType())))
                        .thenComparing(wish -> count(reasons, wish.reason()))
                        .thenComparing(Wish::id, Clusters.FIRST.reversed()))
                .orElseThrow();
    }

    private static <K> Long count(Map<K, Long> counts, K key) {
        return Objects.requireNonNull(counts.get(key));
    }
}
