package org.qibroker.matching.criteria;

import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.Money;

/** How proofs write values: the same in every language. */
public final class Texts {
    private static final int SHOWN = 6;
    private static final int FEN = 100;
    private static final int SHOWN_OF_DIFFERENCES = 2;

    /** Whole numbers below are shown with all their digits anyway. */
    private static final double WHOLE = 1e6;

    private Texts() {}

    /** {@code 0–300 mm}, {@code ≥ 5 mm}. */
    public static String range(RangeAsked range) {
        return ends(Interval.ofClosed(range.min(), range.max()), range.unit());
    }

    /** {@code 100 mm}. */
    public static String point(PointAsked point) {
        return Numbers.print(point.value()) + " " + point.unit();
    }

    /** A range given in the base unit, in a unit. */
    public static String range(Interval base, Unit unit) {
        return ends(QuantityRange.ofBase(base, unit).interval(), unit.symbol());
    }

    /** A level given in the base unit, in a unit. */
    public static String level(double base, Unit unit) {
        return number(unit.fromBase(base)) + " " + unit.symbol();
    }

    /** A difference given in the base unit, in a unit. */
    public static String difference(double base, Unit unit) {
        return Digits.print(unit.differenceFromBase(base), SHOWN_OF_DIFFERENCES) + " " + unit.symbol();
    }

    /** An amount as people read it. */
    public static String money(Money money) {
        long size = Math.abs(money.amount());
        long fen = size % FEN;
        return money.currency() + (money.amount() < 0 ? " -" : " ") + size / FEN + (fen < 10 ? ".0" : ".") + fen;
    }

    private static String ends(Interval range, String unit) {
        Interval.@Nullable End lower = range.lower();
        Interval.@Nullable End upper = range.upper();
        if (lower == null || upper == null) {
            return oneEnd(lower, upper) + " " + unit;
        }
        if (lower.included() && upper.included()) {
            return range.isPoint()
                    ? number(lower.value()) + " " + unit
                    : number(lower.value()) + "–" + number(upper.value()) + " " + unit;
        }
        return (lower.included() ? "[" : "(") + number(lower.value()) + ", " + number(upper.value())
                + (upper.included() ? "] " : ") ") + unit;
    }

    private static String oneEnd(Interval.@Nullable End lower, Interval.@Nullable End upper) {
        if (lower != null) {
            return (lower.included() ? "≥ " : "> ") + number(lower.value());
        }
        return upper == null ? "−∞–∞" : (upper.included() ? "≤ " : "< ") + number(upper.value());
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
        return whole ? Numbers.print(value) : Digits.print(value, SHOWN);
    }
}
