package org.qibroker.measure;

import org.jspecify.annotations.Nullable;

/**
 * The values between two ends. Ends are compared with the tolerance of {@link Numbers#same}.
 *
 * @param lower the lower end; {@code null} if unbounded
 * @param upper the upper end; {@code null} if unbounded
 */
public record Interval(@Nullable End lower, @Nullable End upper) {
    /** Everything. */
    public static final Interval ALL = new Interval(null, null);

    /**
     * One end.
     *
     * @param value where it is
     * @param included whether the value itself belongs to the interval
     */
    public record End(double value, boolean included) {
        /** Refuses what is not a finite number. */
        public End {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the end of an interval must be finite, was " + value);
            }
        }
    }

    /** From {@code lower} to {@code upper}, both included. */
    public static Interval closed(double lower, double upper) {
        return new Interval(new End(lower, true), new End(upper, true));
    }

    /** Just this value. */
    public static Interval point(double value) {
        return closed(value, value);
    }

    /** {@code value} and all above. */
    public static Interval atLeast(double value) {
        return new Interval(new End(value, true), null);
    }

    /** All above {@code value}, without it. */
    public static Interval above(double value) {
        return new Interval(new End(value, false), null);
    }

    /** {@code value} and all below. */
    public static Interval atMost(double value) {
        return new Interval(null, new End(value, true));
    }

    /** All below {@code value}, without it. */
    public static Interval below(double value) {
        return new Interval(null, new End(value, false));
    }

    /** Closed at the ends that are given, unbounded at those that are {@code null}. */
    public static Interval ofClosed(@Nullable Double lower, @Nullable Double upper) {
        return new Interval(lower == null ? null : new End(lower, true), upper == null ? null : new End(upper, true));
    }

    /** Whether no value is in it. */
    public boolean isEmpty() {
        if (lower == null || upper == null) {
            return false;
        }
        boolean point = Numbers.same(lower.value, upper.value);
        return point ? !(lower.included && upper.included) : lower.value > upper.value;
    }

    /** Whether both ends are there. */
    public boolean isBounded() {
        return lower != null && upper != null;
    }

    /** Whether it is one value and no more. */
    public boolean isPoint() {
        return lower != null && upper != null && Numbers.same(lower.value, upper.value) && !isEmpty();
    }

    /** Whether a value is in it. */
    public boolean contains(double value) {
        return aboveLower(value) && belowUpper(value);
    }

    /** Whether every value of the other is in this one; an empty one is covered by any. */
    public boolean covers(Interval other) {
        return other.isEmpty() || (reachesDownTo(other.lower) && reachesUpTo(other.upper));
    }

    private boolean reachesDownTo(@Nullable End end) {
        if (lower == null || end == null) {
            return lower == null;
        }
        return aboveLower(end.value) || (!end.included && Numbers.same(lower.value, end.value));
    }

    private boolean reachesUpTo(@Nullable End end) {
        if (upper == null || end == null) {
            return upper == null;
        }
        return belowUpper(end.value) || (!end.included && Numbers.same(upper.value, end.value));
    }

    /** What both have in common; may be empty. */
    public Interval intersect(Interval other) {
        return new Interval(tighterLower(other.lower, lower), tighterUpper(other.upper, upper));
    }

    /** The distance of its ends; infinite if unbounded, 0 if empty. */
    public double length() {
        if (lower == null || upper == null) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, upper.value - lower.value);
    }

    private boolean aboveLower(double value) {
        return lower == null || (Numbers.same(value, lower.value) ? lower.included : value > lower.value);
    }

    private boolean belowUpper(double value) {
        return upper == null || (Numbers.same(value, upper.value) ? upper.included : value < upper.value);
    }

    /** The end that leaves less; {@code b} where both leave the same. */
    private static @Nullable End tighterLower(@Nullable End a, @Nullable End b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (Numbers.same(a.value, b.value)) {
            return b.included && !a.included ? a : b;
        }
        return a.value > b.value ? a : b;
    }

    private static @Nullable End tighterUpper(@Nullable End a, @Nullable End b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (Numbers.same(a.value, b.value)) {
            return b.included && !a.included ? a : b;
        }
        return a.value < b.value ? a : b;
    }
}
