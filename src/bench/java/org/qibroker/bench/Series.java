package org.qibroker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What several blocks of one side measured, and the line that is printed of it. */
final class Series {
    private final String name;
    private final String unit;
    private final List<Double> values = new ArrayList<>();

    Series(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Prints the median and the spread. */
    void print() {
        System.out.printf(
                Locale.ROOT,
                "%-60s %12.1f %s (%.1f – %.1f, %d blocks)%n",
                name,
                median(),
                unit,
                values.stream().mapToDouble(v -> v).min().orElseThrow(),
                values.stream().mapToDouble(v -> v).max().orElseThrow(),
                values.size());
    }

    /** Prints the ratio of two medians, and what was compared. */
    static void ratio(String figure, Series ours, Series best) {
        System.out.printf(
                Locale.ROOT, "%-60s %12.3f = %s ÷ %s%n", figure, ours.median() / best.median(), ours.name, best.name);
    }
}
