package org.qibroker.insight;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.count.GapKind;
import org.qibroker.insight.count.Measure;

/** What was counted of one period, or of one part of it; what figures are made of. */
public final class Counts {
    private static final double WHOLE = 100;

    private final Map<Measure, SortedMap<Integer, Long>> sums = new EnumMap<>(Measure.class);
    private @Nullable Actives actives;
    private @Nullable Long providers;

    /**
     * Enterprises that asked for something.
     *
     * @param fresh those that did for the first time
     */
    record Actives(long all, long fresh) {}

    void add(Measure measure, int bucket, long n) {
        sums.computeIfAbsent(measure, none -> new TreeMap<>()).merge(bucket, n, Long::sum);
    }

    void set(Actives counted) {
        actives = counted;
    }

    void setProviders(long counted) {
        providers = counted;
    }

    /** All of a measure. */
    public long sum(Measure measure) {
        return buckets(measure).values().stream().mapToLong(Long::longValue).sum();
    }

    /** A measure by its buckets. */
    public SortedMap<Integer, Long> buckets(Measure measure) {
        return sums.getOrDefault(measure, Collections.emptySortedMap());
    }

    long unmet(GapKind kind) {
        return buckets(Measure.UNMET).getOrDefault(kind.bucket(), 0L);
    }

    /** Enterprises that asked for something, absent where they are not counted. */
    @Nullable
    Actives actives() {
        return actives;
    }

    /** Providers with work, absent where they are not counted. */
    @Nullable
    Long providers() {
        return providers;
    }

    /** So many of a hundred; absent if there is no case. */
    @Nullable
    Double percent(Measure hits, Measure cases) {
        long all = sum(cases);
        return all == 0 ? null : WHOLE * sum(hits) / all;
    }
}
