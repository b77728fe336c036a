package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An uncertainty that is not understood, or none at all.
 *
 * @param text as written; empty if nothing is said
 */
public record TextOnly(String text) implements Uncertainty {
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
    public double coverageFactor() {
        return 2;
    }

    @Override
    public TextOnly withCoverageFactor(double k) {
        return this;
    }
}
