package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An uncertainty {@code √(a² + (b·(x − zero))²)}, written {@code Q[a, b·x]} in the CMC tables of the KCDB.
 *
 * @param a a difference in the base unit, not negative
 * @param b growth per base unit, not negative
 * @param zero the level, in the base unit, at which the variable of the formula is zero
 * @param coverageFactor k it is stated for
 */
public record RootSumSquare(double a, double b, double zero, double coverageFactor) implements Uncertainty {
    @Override
    public Form form() {
        return Form.ROOT_SUM_SQUARE;
    }

    @Override
    public OptionalDouble at(double baseValue) {
        return OptionalDouble.of(value(baseValue));
    }

    @Override
    public Optional<Worst> worstOver(Interval base) {
        return Extremes.farthestFrom(zero, base).map(at -> new Worst(value(at), at));
    }

    @Override
    public Optional<Worst> worstRatioOver(Interval base) {
        if (zero != 0) {
            return Optional.empty();
        }
        return Extremes.nearestToZero(base).map(at -> new Worst(value(at) / Math.abs(at), at));
    }

    @Override
    public RootSumSquare withCoverageFactor(double k) {
        double scale = k / coverageFactor;
        return new RootSumSquare(a * scale, b * scale, zero, k);
    }

    private double value(double level) {
        return Math.hypot(a, b * (level - zero));
    }
}
