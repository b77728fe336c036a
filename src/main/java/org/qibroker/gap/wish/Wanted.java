package org.qibroker.gap.wish;

import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Numbers;

/**
 * What a wish is compared by.
 *
 * @param key what wishes of one gap have in common: service, subject, parameter, quantity
 * @param range absent if none is wanted
 * @param limit absent if none is wanted
 */
public record Wanted(String key, @Nullable Range range, @Nullable Limit limit) {
    /** How much better one uncertainty may be than another if both are to be met by the same improvement. */
    static final double CLOSE = 3;

    /** From a level to a level in the base unit of the quantity; unbounded ends are infinite. */
    public record Range(double low, double high) {
        private boolean isPoint() {
            return Numbers.same(low, high);
        }

        /** Whether both have more in common than the end of one and the beginning of the other. */
        boolean overlaps(Range other) {
            double from = Math.max(low, other.low);
            double to = Math.min(high, other.high);
            return Numbers.less(from, to) || (Numbers.same(from, to) && (isPoint() || other.isPoint()));
        }

        /** How much of both is not in common, from 0 for the same to 1; of unbounded ones 0 or 1. */
        double apart(Range other) {
            double all = Math.max(high, other.high) - Math.min(low, other.low);
            double common = Math.min(high, other.high) - Math.max(low, other.low);
            return equals(other) || all == 0 ? 0 : Double.isInfinite(all) ? 1 : 1 - Math.max(0, common) / all;
        }
    }

    /**
     * The largest uncertainty that will do, for k = 2.
     *
     * @param value in the base unit of the quantity, or a ratio to what is measured
     */
    public record Limit(double value, boolean relative) {
        private double ratio(Limit other) {
            return Math.max(value, other.value) / Math.min(value, other.value);
        }
    }

    /** The same, compared with wishes of another key. */
    public Wanted under(String other) {
        return new Wanted(other, range, limit);
    }

    /** Whether both overlap: the same service, ranges with something in common, uncertainties of one order. */
    boolean overlaps(Wanted other) {
        return key.equals(other.key) && rangesMeet(other) && limitsMeet(other);
    }

    private boolean rangesMeet(Wanted other) {
        Range own = range;
        Range its = other.range;
        if (own == null || its == null) {
            return own == null && its == null;
        }
        return own.overlaps(its);
    }

    private boolean limitsMeet(Wanted other) {
        Limit own = limit;
        Limit its = other.limit;
        if (own == null || its == null) {
            return own == null && its == null;
        }
        return own.relative == its.relative && Numbers.atMost(own.ratio(its), CLOSE);
    }

    /** How unlike two wishes of one key are; infinite for wishes of different keys. */
    double distance(Wanted other) {
        if (!key.equals(other.key)) {
            return Double.POSITIVE_INFINITY;
        }
        return rangesApart(other.range) + limitsApart(other.limit);
    }

    private double rangesApart(@Nullable Range its) {
        Range own = range;
        if (own == null || its == null) {
            return own == null && its == null ? 0 : 1;
        }
        return own.apart(its);
    }

    private double limitsApart(@Nullable Limit its) {
        Limit own = limit;
        if (own == null || its == null) {
            return own == null && its == null ? 0 : CLOSE;
        }
        return own.relative == its.relative ? Math.log(own.ratio(its)) : CLOSE;
    }
}
