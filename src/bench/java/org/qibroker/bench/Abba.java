package org.qibroker.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Measures two things in alternating blocks, A B B A, so that what else the machine does weighs on both alike. */
final class Abba {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private Abba() {}

    /** The ratios of a to b, one of each round. */
    record Ratios(double[] a, double[] b) {
        /** One line: what was compared, the median ratio, its spread, and the medians of both sides. */
        void print(String what, String unit) {
            double[] ratios = new double[a.length];
            Arrays.setAll(ratios, i -> a[i] / b[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f (%.2f to %.2f; medians %.4g and %.4g %s, %d rounds)%n",
                    what,
                    median(ratios),
                    Arrays.stream(ratios).min().orElse(0),
                    Arrays.stream(ratios).max().orElse(0),
                    median(a),
                    median(b),
                    unit,
                    ratios.length);
        }
    }

    /** Each side measures one block and returns its figure; the first round warms up and is left out. */
    static Ratios measure(DoubleSupplier a, DoubleSupplier b) {
        List<Double> ofA = new ArrayList<>();
        List<Double> ofB = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double a1 = a.getAsDouble();
            double b1 = b.getAsDouble();
            double b2 = b.getAsDouble();
            double a2 = a.getAsDouble();
            if (round > 0) {
                ofA.add((a1 + a2) / 2);
                ofB.add((b1 + b2) / 2);
            }
        }
        return new Ratios(array(ofA), array(ofB));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value that the share of all does not exceed. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
