package org.qibroker.catalog.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.Unit;

/**
 * What a picture is to show, in base units.
 *
 * @param levels unit of the horizontal axis
 * @param uncertainties unit of the vertical axis
 * @param offers lines of a scope with a range that ends on both sides
 * @param asked the range asked; absent if none is, or it does not end
 * @param points levels asked
 * @param limit the largest uncertainty asked at a level; absent if none is
 */
public record Drawing(
        Unit levels,
        Unit uncertainties,
        List<Offer> offers,
        @Nullable Interval asked,
        List<Double> points,
        @Nullable DoubleUnaryOperator limit) {
    /** Copies the lists. */
    public Drawing {
        offers = List.copyOf(offers);
        points = List.copyOf(points);
    }

    /** What is offered over a range. */
    public record Offer(Interval range, Uncertainty uncertainty) {
        /** Whether it can be drawn: the range ends on both sides, and the uncertainty is more than text. */
        public boolean drawable() {
            return range.isBounded() && !range.isEmpty() && uncertainty.form() != Uncertainty.Form.TEXT;
        }
    }

    /** The picture; empty if there is nothing to draw. */
    public Optional<Plot> plot() {
        return offers.isEmpty() ? Optional.empty() : Plotter.of(this).plot();
    }
}
