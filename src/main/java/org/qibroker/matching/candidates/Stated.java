package org.qibroker.matching.candidates;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Formula;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.Uncertainty.Form;

/** An uncertainty in the terms asked: for the coverage factor asked, and as a ratio if that is what is asked. */
final class Stated {
    private final KindAsked asked;
    private final Formula formula;
    private final Supplier<Uncertainty> whole;
    private final double scale;

    /**
     * What a line states.
     *
     * @param whole the same as the formula
     */
    Stated(KindAsked asked, Formula formula, Supplier<Uncertainty> whole) {
        this.asked = asked;
        this.formula = formula;
        this.whole = whole;
        this.scale = asked.k() / formula.k();
    }

    /** Whether it is proportional to what is measured. */
    boolean proportional() {
        return formula.form() == Form.RELATIVE;
    }

    /** Whether it is the same whatever is measured. */
    boolean constant() {
        return formula.form() == Form.CONSTANT;
    }

    private boolean text() {
        return formula.form() == Form.TEXT;
    }

    /** The worst between two levels, or at a level; infinite if it cannot be told. */
    double worst(double from, double to) {
        if (text()) {
            return Double.POSITIVE_INFINITY;
        }
        if (asked.relative()) {
            return over(from, to);
        }
        return switch (formula.form()) {
            case CONSTANT -> scale * formula.a();
            case RELATIVE -> growing(1, 0, scale * formula.b(), from, to);
            case LINEAR -> growing(scale, formula.a(), formula.b(), from - formula.zero(), to - formula.zero());
            default -> over(from, to);
        };
    }

    /** What grows with the distance from zero, {@code scale · (a + b·|x|)}; it cannot be told where there is no end. */
    static double growing(double scale, double a, double b, double from, double to) {
        double farthest = Math.max(Math.abs(from), Math.abs(to));
        return farthest == Double.POSITIVE_INFINITY ? farthest : scale * (a + b * farthest);
    }

    private double over(double from, double to) {
        Uncertainty.@Nullable Worst worst = found(between(from, to));
        return worst == null ? Double.POSITIVE_INFINITY : worst.value();
    }

    static Interval between(double from, double to) {
        return Interval.ofClosed(
                Double.isFinite(from) ? (Double) from : null, Double.isFinite(to) ? (Double) to : null);
    }

    /** The worst over an interval, with where it is; {@code null} if it cannot be told. */
    Uncertainty.@Nullable Worst found(Interval over) {
        Limit limit = asked.limit();
        Uncertainty uncertainty = whole.get();
        return (limit == null ? Limit.at(uncertainty, asked.k()).worstOver(over) : limit.worst(uncertainty, over))
                .orElse(null);
    }
}
