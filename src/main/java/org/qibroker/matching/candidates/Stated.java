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
    private final double overRange;

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
        Span range = asked.plain();
        this.overRange = range == null ? Double.NaN : worst(range.lower(), range.upper());
    }

    /** Of lines of which kind it is. */
    KindAsked asked() {
        return asked;
    }

    /** Whether it is proportional to what is measured. */
    boolean proportional() {
        return formula.form() == Form.RELATIVE;
    }

    /** Whether it is the same whatever is measured. */
    boolean constant() {
        return formula.form() == Form.CONSTANT;
    }

    /** Whether it was not understood. */
    boolean text() {
        return formula.form() == Form.TEXT;
    }

    /** The worst over the one range asked; not a number unless that is all that is asked. */
    double overRange() {
        return overRange;
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
            case RELATIVE, LINEAR -> growing(from, to);
            default -> over(from, to);
        };
    }

    /** What grows with the distance from zero cannot be told where there is no end. */
    private double growing(double from, double to) {
        if (Double.isInfinite(from) || Double.isInfinite(to)) {
            return Double.POSITIVE_INFINITY;
        }
        double zero = formula.zero();
        double farthest = Math.max(Math.abs(from - zero), Math.abs(to - zero));
        return formula.form() == Form.RELATIVE
                ? scale * formula.b() * farthest
                : scale * (formula.a() + formula.b() * farthest);
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

    /** Whether it is {@code a + b·|x|} in absolute terms, which is largest on any part at its farthest end. */
    boolean straight() {
        Form form = formula.form();
        return !asked.relative()
                && (form == Form.CONSTANT || form == Form.RELATIVE || (form == Form.LINEAR && formula.zero() == 0));
    }

    /** Whether it is known there, and more than asked. */
    boolean tooLarge(double worst) {
        Limit limit = asked.limit();
        return limit != null && worst < Double.POSITIVE_INFINITY && !limit.admits(worst);
    }

    /** Whether it is one that may be known on a part of the one range asked though not on all of it. */
    boolean unforeseen() {
        return !text() && Double.isInfinite(overRange);
    }
}
