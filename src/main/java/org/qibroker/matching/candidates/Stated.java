package org.qibroker.matching.candidates;

import org.jspecify.annotations.Nullable;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Linear;
import org.qibroker.measure.Relative;
import org.qibroker.measure.Uncertainty;

/** An uncertainty in the terms asked: for the coverage factor asked, and as a ratio if that is what is asked. */
final class Stated {
    private final Uncertainty uncertainty;
    private final @Nullable Limit limit;
    private final double k;
    private final double scale;
    private final double everywhere;
    private final @Nullable Span range;
    private final boolean text;
    private double overRange = Double.NaN;

    /**
     * What a line states.
     *
     * @param limit what is asked; {@code null} if nothing is, or it does not fit
     * @param k the coverage factor asked
     * @param range what is asked, if that is one range and no more; else {@code null}
     */
    Stated(Uncertainty uncertainty, @Nullable Limit limit, double k, @Nullable Span range) {
        this.uncertainty = uncertainty;
        this.limit = limit;
        this.k = k;
        this.scale = k / uncertainty.coverageFactor();
        this.everywhere =
                !relative() && uncertainty instanceof Constant constant ? scale * constant.value() : Double.NaN;
        this.range = range;
        this.text = uncertainty.form() == Uncertainty.Form.TEXT;
    }

    private boolean relative() {
        return limit != null && limit.relative();
    }

    /** Whether it is proportional to what is measured. */
    boolean proportional() {
        return uncertainty.form() == Uncertainty.Form.RELATIVE;
    }

    /** Whether it was not understood. */
    boolean text() {
        return text;
    }

    /** The worst over the one range asked; not a number unless that is all that is asked. */
    double overRange() {
        if (range != null && Double.isNaN(overRange)) {
            overRange = worst(range.lower(), range.upper());
        }
        return overRange;
    }

    /** The worst between two levels, or at a level; infinite if it cannot be told. */
    double worst(double from, double to) {
        if (text) {
            return Double.POSITIVE_INFINITY;
        }
        if (!Double.isNaN(everywhere)) {
            return everywhere;
        }
        if (!relative() && Double.isFinite(from) && Double.isFinite(to)) {
            if (uncertainty instanceof Relative u) {
                return scale * u.ratio() * Math.max(Math.abs(from), Math.abs(to));
            }
            if (uncertainty instanceof Linear u) {
                return scale * (u.a() + u.b() * Math.max(Math.abs(from - u.zero()), Math.abs(to - u.zero())));
            }
        }
        return over(from, to);
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
        return (limit == null ? Limit.at(uncertainty, k).worstOver(over) : limit.worst(uncertainty, over)).orElse(null);
    }

    /** Whether it is {@code a + b·|x|} in absolute terms, which is largest on any part at its farthest end. */
    boolean straight() {
        return !relative()
                && (uncertainty instanceof Constant
                        || uncertainty instanceof Relative
                        || (uncertainty instanceof Linear linear && linear.zero() == 0));
    }

    /** Whether it is known there, and more than asked. */
    boolean tooLarge(double worst) {
        return limit != null && worst < Double.POSITIVE_INFINITY && !limit.admits(worst);
    }
}
