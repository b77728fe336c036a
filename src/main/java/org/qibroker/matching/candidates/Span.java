package org.qibroker.matching.candidates;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Extents;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;

/**
 * An interval in plain numbers, for what is looked at very often; as {@link Interval} understands it.
 *
 * @param lower infinite where there is no end, and so too the upper one
 */
record Span(double lower, boolean lowerIncluded, double upper, boolean upperIncluded) {
    static Span of(Interval interval) {
        Interval.@Nullable End lower = interval.lower();
        Interval.@Nullable End upper = interval.upper();
        return new Span(
                lower == null ? Double.NEGATIVE_INFINITY : lower.value(),
                lower != null && lower.included(),
                upper == null ? Double.POSITIVE_INFINITY : upper.value(),
                upper != null && upper.included());
    }

    /** A range of a number, in the base unit of the kind of its unit. */
    static Span of(Extents all, int range) {
        return new Span(all.lower(range), all.lowerIncluded(range), all.upper(range), all.upperIncluded(range));
    }

    /** Whether nothing is in it. */
    boolean isEmpty() {
        return above(this);
    }

    /** Whether a level is in it. */
    boolean contains(double level) {
        if (lowerIncluded && upperIncluded && level >= lower && level <= upper) {
            return true;
        }
        boolean above = Numbers.same(level, lower) ? lowerIncluded : level > lower;
        return above && (Numbers.same(level, upper) ? upperIncluded : level < upper);
    }

    /** Whether all that is between two levels, without them, is in it. */
    boolean spans(double from, double to) {
        return Numbers.atMost(lower, from) && Numbers.atMost(to, upper);
    }

    /** Whether all of another one is in it. */
    boolean covers(Span other) {
        boolean lowerMet = other.lowerIncluded && Numbers.same(lower, other.lower);
        boolean upperMet = other.upperIncluded && Numbers.same(upper, other.upper);
        boolean down = lowerMet ? lowerIncluded : Numbers.atMost(lower, other.lower);
        boolean up = upperMet ? upperIncluded : Numbers.atMost(other.upper, upper);
        return down && up;
    }

    /** Whether they have any level in common. */
    boolean meets(Span other) {
        return !isEmpty() && !above(other) && !other.above(this);
    }

    private boolean above(Span other) {
        return Numbers.same(lower, other.upper) ? !(lowerIncluded && other.upperIncluded) : lower > other.upper;
    }

    /** The distance of its ends. */
    double length() {
        return Math.max(0, upper - lower);
    }
}
