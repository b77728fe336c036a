package org.qibroker.measure;

import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.Unit;

/**
 * A range of levels of one quantity.
 *
 * @param interval in {@code unit}
 * @param unit the unit of its ends
 */
public record QuantityRange(Interval interval, Unit unit) {
    /** The same range in the base unit of its kind. */
    public Interval inBase() {
        return new Interval(base(interval.lower()), base(interval.upper()));
    }

    /** The same range in another unit of the same kind. */
    public QuantityRange in(Unit other) {
        if (!other.kind().equals(unit.kind())) {
            throw new IllegalArgumentException(
                    other.symbol() + " does not measure " + unit.kind().key());
        }
        return ofBase(inBase(), other);
    }

    /** A range given in the base unit of the unit's kind, in that unit. */
    public static QuantityRange ofBase(Interval base, Unit unit) {
        return new QuantityRange(new Interval(level(base.lower(), unit), level(base.upper(), unit)), unit);
    }

    private Interval.@Nullable End base(Interval.@Nullable End end) {
        return end == null ? null : new Interval.End(unit.toBase(end.value()), end.included());
    }

    private static Interval.@Nullable End level(Interval.@Nullable End end, Unit unit) {
        return end == null ? null : new Interval.End(unit.fromBase(end.value()), end.included());
    }

    /** As {@link RangeParser} reads it again: {@code 0~300 mm}, {@code [5,20) mL/h}, {@code ≤ 10 kN}. */
    public String text() {
        Interval.End lower = interval.lower();
        Interval.End upper = interval.upper();
        if (lower == null || upper == null) {
            return oneSided(lower, upper);
        }
        String low = Numbers.print(lower.value());
        String high = Numbers.print(upper.value());
        if (interval.isPoint()) {
            return low + " " + unit.symbol();
        }
        if (!lower.included() && !upper.included()) {
            return "(>" + low + "~<" + high + ") " + unit.symbol();
        }
        String ends = lower.included() && upper.included()
                ? low + "~" + high
                : (lower.included() ? "[" : "(") + low + "," + high + (upper.included() ? "]" : ")");
        return ends + " " + unit.symbol();
    }

    private String oneSided(Interval.@Nullable End lower, Interval.@Nullable End upper) {
        if (lower != null) {
            return (lower.included() ? "≥ " : "> ") + Numbers.print(lower.value()) + " " + unit.symbol();
        }
        if (upper != null) {
            return (upper.included() ? "≤ " : "< ") + Numbers.print(upper.value()) + " " + unit.symbol();
        }
        return "−∞~+∞ " + unit.symbol();
    }
}
