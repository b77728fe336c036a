package org.qibroker.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Form TABLE. */
public record Table(List<Point> points, double coverageFactor) implements Uncertainty {
    /** A point. */ public record Point(double at, double value) {}
    @Override
    public Form form() {
        return Form.TABLE;
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
