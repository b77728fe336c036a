package org.qibroker.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * An uncertainty stated at points and interpolated linearly between them; beyond the outer points it cannot be told.
 *
 * @param points two or more, by ascending level
 * @param coverageFactor k it is stated for
 */
public record Table(List<Point> points, double coverageFactor) implements Uncertainty {
    /** Checks that the points ascend. */
    public Table {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a table needs two points");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).at <= points.get(i - 1).at) {
                throw new IllegalArgumentException("the points of a table must ascend");
            }
        }
    }

    /**
     * One point.
     *
     * @param at a level in the base unit
     * @param value the uncertainty there, a difference in the base unit
     */
    public record Point(double at, double value) {}

    @Override
    public Form form() {
        return Form.TABLE;
    }

    @Override
    public OptionalDouble at(double baseValue) {
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            if (Numbers.atMost(left.at, baseValue) && Numbers.atMost(baseValue, right.at)) {
                double share = Math.min(1, Math.max(0, (baseValue - left.at) / (right.at - left.at)));
                return OptionalDouble.of(left.value + share * (right.value - left.value));
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public Optional<Worst> worstOver(Interval base) {
        return largest(base, at -> 1);
    }

    @Override
    public Optional<Worst> worstRatioOver(Interval base) {
        return Extremes.nearestToZero(base).isEmpty() ? Optional.empty() : largest(base, Math::abs);
    }

    /** Between two points both the uncertainty and its ratio to the value are monotone: points and ends suffice. */
    private Optional<Worst> largest(Interval base, DoubleUnaryOperator divisor) {
        Interval.End lower = base.lower();
        Interval.End upper = base.upper();
        if (lower == null || upper == null || base.isEmpty()) {
            return Optional.empty();
        }
        if (at(lower.value()).isEmpty() || at(upper.value()).isEmpty()) {
            return Optional.empty();
        }
        double worstAt = lower.value();
        double worst = quotient(worstAt, divisor);
        for (Point point : points) {
            if (point.at > lower.value() && point.at < upper.value() && quotient(point.at, divisor) > worst) {
                worstAt = point.at;
                worst = quotient(worstAt, divisor);
            }
        }
        if (quotient(upper.value(), divisor) > worst) {
            worstAt = upper.value();
            worst = quotient(worstAt, divisor);
        }
        return Optional.of(new Worst(worst, worstAt));
    }

    private double quotient(double level, DoubleUnaryOperator divisor) {
        return at(level).orElseThrow() / divisor.applyAsDouble(level);
    }

    @Override
    public Table withCoverageFactor(double k) {
        double scale = k / coverageFactor;
        return new Table(
                points.stream().map(p -> new Point(p.at, p.value * scale)).toList(), k);
    }
}
