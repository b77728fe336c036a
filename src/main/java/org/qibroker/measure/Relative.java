package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An uncertainty proportional to the value.
 *
 * @param ratio of the uncertainty to |value|: 0.003 for 0.3 %
 * @param coverageFactor k it is stated for
 */
public record Relative(double ratio, double coverageFactor) implements Uncertainty {
    @Override
    public Form form() {
        return Form.RELATIVE;
    }

    @Override
    public OptionalDouble at(double baseValue) {
        return OptionalDouble.of(ratio * Math.abs(baseValue));
    }

    @Override
    public Optional<Worst> worstOver(Interval base) {
        return Extremes.farthestFrom(0, base).map(at -> new Worst(ratio * Math.abs(at), at));
    }

    @Override
    public Optional<Worst> worstRatioOver(Interval base) {
        return Extremes.nearestToZero(base).map(at -> new Worst(ratio, at));
    }

    @Override
    public Relative withCoverageFactor(double k) {
        return new Relative(ratio * k / coverageFactor, k);
    }
}
