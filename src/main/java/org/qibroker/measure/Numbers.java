package org.qibroker.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Comparison and print of measured values: a limit exactly met is met, also after a conversion. */
public final class Numbers {
    private static final double RELATIVE = 1e-9;
    private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Whole numbers below are shown with all their digits. */
    private static final double WHOLE = 1e12;

    private Numbers() {}

    /** The value with as many digits as are shown, so that what was converted reads as it was meant. */
    public static double rounded(double value) {
        return new BigDecimal(value).round(SHOWN).doubleValue();
    }

    /** Whether two values are equal within 1e-9 of the larger. */
    public static boolean same(double a, double b) {
        if (a == b) {
            return true;
        }
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return Math.abs(a - b) <= RELATIVE * larger && Double.isFinite(larger);
    }

    /** Whether {@code a ≤ b}, values that are the {@link #same} counting as equal. */
    public static boolean atMost(double a, double b) {
        return a <= b || same(a, b);
    }

    /** Whether {@code a < b}, values that are the {@link #same} counting as equal. */
    public static boolean less(double a, double b) {
        return a < b && !same(a, b);
    }

    /** Twelve significant digits at most, without noise of conversions, trailing zeros or exponent up to 15 places. */
    public static String print(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        BigDecimal shown = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        if (shown.signum() == 0) {
            return "0";
        }
        int magnitude = shown.precision() - shown.scale();
        return magnitude > 15 || magnitude < -8
                ? shown.toString().replace("E+", "e").replace('E', 'e')
                : shown.toPlainString();
    }
}
