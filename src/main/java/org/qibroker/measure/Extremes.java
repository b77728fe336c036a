package org.qibroker.measure;

import java.util.Optional;

/** Where in an interval something monotone is largest. An open end counts as the limit it is. */
final class Extremes {
    private Extremes() {}

    /** The level with the largest distance from {@code zero}; empty if there is none. */
    static Optional<Double> farthestFrom(double zero, Interval base) {
        Interval.End lower = base.lower();
        Interval.End upper = base.upper();
        if (lower == null || upper == null || base.isEmpty()) {
            return Optional.empty();
        }
        boolean high = Math.abs(upper.value() - zero) >= Math.abs(lower.value() - zero);
        return Optional.of(high ? upper.value() : lower.value());
    }

    /** The level nearest to 0; empty if the interval contains or touches 0. */
    static Optional<Double> nearestToZero(Interval base) {
        Interval.End lower = base.lower();
        Interval.End upper = base.upper();
        if (base.isEmpty()) {
            return Optional.empty();
        }
        if (lower != null && lower.value() > 0) {
            return Optional.of(lower.value());
        }
        return upper != null && upper.value() < 0 ? Optional.of(upper.value()) : Optional.empty();
    }

    /** Any level of an interval, an end if it has one. */
    static double anyOf(Interval base) {
        Interval.End upper = base.upper();
        Interval.End lower = base.lower();
        if (upper != null) {
            return upper.value();
        }
        return lower != null ? lower.value() : 0;
    }
}
