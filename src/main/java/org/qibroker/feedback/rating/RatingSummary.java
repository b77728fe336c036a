package org.qibroker.feedback.rating;

import java.util.Locale;

/**
 * The ratings of a provider in figures. A few ratings say little, so the mean that counts is drawn towards what is usual.
 *
 * @param cases how many ratings
 * @param service sum of the points for service
 * @param punctuality sum of the points for punctuality
 * @param clarity sum of the points for clarity
 * @param squares sum of the squares of the means of all ratings
 */
public record RatingSummary(long cases, long service, long punctuality, long clarity, double squares) {
    /** What a provider gets of whom nothing is known. */
    static final double USUAL = 4;

    private static final double WEIGHT_OF_USUAL = 5;
    private static final double LEAST = 1;
    private static final double MOST = 5;
    private static final double TWO_SIDED_95 = 1.96;

    /** The mean of all points given; 0 if there are none. */
    public double mean() {
        return cases == 0 ? 0 : total() / cases;
    }

    private double total() {
        return (service + punctuality + clarity) / 3.0;
    }

    /** The mean as if five usual ratings were known beside. */
    public double shrunk() {
        return (total() + WEIGHT_OF_USUAL * USUAL) / (cases + WEIGHT_OF_USUAL);
    }

    /** Half the width of the interval that holds the mean of very many ratings 95 times in 100; of few, as wide as can be. */
    private double halfWidth() {
        if (cases < 2) {
            return MOST - LEAST;
        }
        double variance = Math.max(0, (squares - cases * mean() * mean()) / (cases - 1));
        // Nobody's ratings scatter by less than half a point, however alike the first few are.
        return TWO_SIDED_95 * Math.sqrt(Math.max(variance, 0.25) / cases);
    }

    /** The lower end of that interval. */
    public double low() {
        return Math.max(LEAST, mean() - halfWidth());
    }

    /** The upper end of that interval. */
    public double high() {
        return cases == 0 ? MOST : Math.min(MOST, mean() + halfWidth());
    }

    /** A mean as it is shown, with one decimal. */
    public static String shown(double mean) {
        return String.format(Locale.ROOT, "%.1f", mean);
    }

    /** Whether there are too few to compare anybody by. */
    public boolean few() {
        return cases < WEIGHT_OF_USUAL;
    }
}
