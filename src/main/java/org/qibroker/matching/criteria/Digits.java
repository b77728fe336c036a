package org.qibroker.matching.criteria;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.qibroker.measure.Numbers;

/**
 * Values by their first decimal digits. Very many are rounded, so it is done in plain numbers where these leave no doubt;
 * where they do, decimals settle it.
 */
final class Digits {
    private static final MathContext EXACT = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final MathContext THREE_UP = new MathContext(3, RoundingMode.CEILING);
    private static final int THREE = 3;
    private static final int TEN = 10;
    /** The tenth digit, if three stand before the point. */
    private static final double TENTH = 1e-7;
    /** So near to where rounding turns plain numbers may err. */
    private static final double DOUBT = 1e-6;

    /** The same where ten digits stand before the point. */
    private static final double DOUBT_OF_TEN = 1e-4;

    private static final int LARGEST = 15;
    /** Digits before the point of what is written out. */
    private static final int MOST_BEFORE = 14;

    private static final int LEAST_BEFORE = -8;

    private static final double[] POWERS = powers();

    private Digits() {}

    private static double[] powers() {
        double[] powers = new double[LARGEST + 1];
        powers[0] = 1;
        for (int i = 1; i <= LARGEST; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** The power of ten by which so many digits of a value stand before the point; too large if it cannot be told. */
    private static int exponent(double value, int digits) {
        double size = Math.abs(value);
        return size > 0 && Double.isFinite(size) ? (int) Math.floor(Math.log10(size)) - digits + 1 : LARGEST + 1;
    }

    private static double shifted(double value, int exponent) {
        return exponent < 0 ? value * POWERS[-exponent] : value / POWERS[exponent];
    }

    private static boolean has(double shifted, int digits) {
        return shifted >= POWERS[digits - 1] && shifted < POWERS[digits];
    }

    /** Rounded up to three digits; what is beyond the tenth digit does not count. */
    static double up(double value) {
        int exponent = exponent(value, THREE);
        if (Math.abs(exponent) <= LARGEST) {
            double shifted = shifted(value, exponent);
            double whole = Math.floor(shifted);
            double rest = shifted - whole;
            if (has(shifted, THREE) && (rest > TENTH || rest < TENTH / 10)) {
                return shifted(rest > TENTH ? whole + 1 : whole, -exponent);
            }
        }
        return new BigDecimal(value).round(EXACT).round(THREE_UP).doubleValue();
    }

    /** Rounded to ten digits. */
    static double ten(double value) {
        int exponent = exponent(value, TEN);
        if (Math.abs(exponent) <= LARGEST) {
            double shifted = shifted(Math.abs(value), exponent);
            double whole = Math.rint(shifted);
            if (has(shifted, TEN) && Math.abs(Math.abs(shifted - whole) - 0.5) > DOUBT_OF_TEN) {
                return Math.copySign(shifted(whole, -exponent), value);
            }
        }
        return new BigDecimal(value).round(EXACT).doubleValue();
    }

    /** Rounded to so many digits, six at most, as {@link Numbers#print} has it. */
    static String print(double value, int digits) {
        int exponent = exponent(value, digits);
        int before = exponent + digits;
        if (Math.abs(exponent) <= LARGEST && before >= LEAST_BEFORE && before <= MOST_BEFORE) {
            double shifted = shifted(Math.abs(value), exponent);
            double whole = Math.floor(shifted);
            double rest = shifted - whole;
            if (has(shifted, digits) && Math.abs(rest - 0.5) > DOUBT) {
                String plain = plain((long) whole + (rest > 0.5 ? 1 : 0), exponent);
                return value < 0 ? "-" + plain : plain;
            }
        }
        return Numbers.print(
                new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }

    /** Digits times a power of ten, without zeros at the end. */
    private static String plain(long digits, int exponent) {
        long left = digits;
        int after = -exponent;
        while (left % 10 == 0) {
            left /= 10;
            after--;
        }
        String text = Long.toString(left);
        int before = text.length() - after;
        if (after <= 0) {
            return text + "0".repeat(-after);
        }
        return before > 0
                ? text.substring(0, before) + "." + text.substring(before)
                : "0." + "0".repeat(-before) + text;
    }
}
