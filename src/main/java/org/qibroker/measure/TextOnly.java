package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An uncertainty that is not understood, or none at all.
 *
 * @param text as written; empty if nothing is said
 * @param coverageFactor k it is taken to be stated for
 */
public record TextOnly(String text, double coverageFactor) implements Uncertainty {
    /** A text for the usual coverage factor of 2. */
    public TextOnly(String text) {
        this(text, 2);
    }

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
    public TextOnly withCoverageFactor(double k) {
        return new TextOnly(text, k);
    }
}
