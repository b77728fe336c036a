package org.qibroker.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Form TEXT. */
public record TextOnly(String text, double coverageFactor) implements Uncertainty {
    
    @Override
    public Form form() {
        return Form.TEXT;
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
