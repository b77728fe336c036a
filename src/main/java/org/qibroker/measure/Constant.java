package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The same uncertainty everywhere.
 *
 * @param value a difference in the base unit
 * @param coverageFactor k it is stated for
 */
public record Constant(double value, double coverageFactor) implements Uncertainty {
    @Override
    public Form form() {
        return Form.CONSTANT;
    }

    @Override
    public OptionalDouble at(double baseValue) {
        return OptionalDouble.of(value);
    }

    @Override
    public Optional<Worst> worstOver(Interval base) {
        return base.isEmpty() ? Optional.empty() : Optional.of(new Worst(value, Extremes.anyOf(base)));
    }

    @Override
    public Optional<Worst> worstRatioOver(Interval base) {
        return Extremes.nearestToZero(base).map(at -> new Worst(value / Math.abs(at), at));
    }

    @Override
    public Constant withCoverageFactor(double k) {
        return new Constant(value * k / coverageFactor, k);
    }
}
