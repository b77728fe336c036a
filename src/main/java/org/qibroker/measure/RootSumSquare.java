package org.qibroker.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Form ROOT_SUM_SQUARE. */
public record RootSumSquare(double a, double b, double zero, double coverageFactor) implements Uncertainty {
    
    @Override
    public Form form() {
        return Form.ROOT_SUM_SQUARE;
    }

    @Override
    public OptionalDouble at(double baseValue) {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<Worst> worstOver(Interval base) {
        return Optional.empty();
    }

    @Override
    public Optional<Worst> worstRatioOver(Interval base) {
        return Optional.empty();
    }

    @Override
    public Uncertainty withCoverageFactor(double k) {
        return this;
    }
}
