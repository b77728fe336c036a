package org.qibroker.matching.criteria;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * The largest expanded uncertainty that will do, as one kind of quantity understands it.
 *
 * @param value a difference in the kind's base unit, or a ratio if relative
 * @param relative whether it is a ratio to what is measured
 * @param k the coverage factor it is asked for
 * @param unit the unit asked, of the kind or of ratios
 */
public record Limit(double value, boolean relative, double k, Unit unit) {
    private static final double USUAL_K = 2;
    /** Ratios are plain numbers here; the base unit of their units is the per cent. */
    private static final double PER_CENT = 100;

    private static final int SHOWN = 4;

    /** The coverage factor of an item: 2 if unsaid (GUM, 6.3). */
    public static double coverageFactor(ItemSpec item) {
        return item.coverageFactor() == null ? USUAL_K : item.coverageFactor();
    }

    /** The limit an item asks for; empty if it asks for none, or its unit does not fit the kind. */
    public static Optional<Limit> of(ItemSpec item, QuantityKind kind, UnitRegistry units) {
        ValueAsked asked = asked(item);
        if (asked == null) {
            return Optional.empty();
        }
        Optional<Unit> own = units.find(asked.unit(), kind);
        double k = coverageFactor(item);
        if (own.isPresent() && !Boolean.TRUE.equals(asked.relative())) {
            return own.map(u -> new Limit(u.differenceToBase(asked.value()), false, k, u));
        }
        if (Boolean.FALSE.equals(asked.relative())) {
            return Optional.empty();
        }
        return ratio(asked.unit(), units).map(u -> new Limit(u.toBase(asked.value()) / PER_CENT, true, k, u));
    }

    /** What an item asks, whether said outright or by a tolerance. */
    public static @Nullable ValueAsked asked(ItemSpec item) {
        if (item.maxUncertainty() != null) {
            return item.maxUncertainty();
        }
        ToleranceAsked tolerance = item.tolerance();
        return tolerance == null ? null : new ValueAsked(tolerance.largestUncertainty(), tolerance.unit(), null);
    }

    /** The unit as a ratio, such as {@code %} and {@code ppm}; empty if it is none. */
    static Optional<Unit> ratio(String unit, UnitRegistry units) {
        return units.kind("ratio").flatMap(kind -> units.find(unit, kind));
    }

    /** The worst of an uncertainty over a range, in the terms of this limit; empty if it cannot be told. */
    public Optional<Uncertainty.Worst> worst(Uncertainty uncertainty, Interval base) {
        Uncertainty at = at(uncertainty, k);
        return (relative ? at.worstRatioOver(base) : at.worstOver(base)).filter(w -> Double.isFinite(w.value()));
    }

    /** The uncertainty for a coverage factor. */
    public static Uncertainty at(Uncertainty uncertainty, double k) {
        return uncertainty.coverageFactor() == k ? uncertainty : uncertainty.withCoverageFactor(k);
    }

    /** Whether an uncertainty of this size will do. */
    public boolean admits(double worst) {
        return Numbers.atMost(worst, value);
    }

    /** A value in the terms of this limit, as people read it. */
    public String print(double inBase) {
        return Digits.print(shown(inBase), SHOWN) + " " + unit.symbol() + factor();
    }

    /** The limit itself. */
    public String print() {
        return Numbers.print(shown(value)) + " " + unit.symbol() + factor();
    }

    /** A value rounded up to three digits, so that whoever asks for it gets it. */
    public double roundedUp(double inBase) {
        return unit.differenceToBase(Digits.up(shown(inBase))) / (relative ? PER_CENT : 1);
    }

    /** A value in the unit asked. */
    public double inUnit(double inBase) {
        return Digits.ten(shown(inBase));
    }

    private double shown(double inBase) {
        return unit.differenceFromBase(relative ? inBase * PER_CENT : inBase);
    }

    private String factor() {
        return Numbers.same(k, USUAL_K) ? "" : " (k=" + Numbers.print(k) + ")";
    }
}
