package org.qibroker.catalog.plot;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.measure.Numbers;

/**
 * Brings values to places between two ends.
 *
 * @param log whether equal ratios are equally far
 * @param from the value at the start
 * @param to the value at the end
 */
record Axis(boolean log, double from, double to, double start, double end) {
    private static final int PARTS = 5;
    private static final double SPARE = 0.05;
    private static final double EXACT = 1e-9;

    /** An axis over values; logarithmic if they span more than a ratio. */
    static Axis of(double from, double to, double widest, double start, double end) {
        if (from > 0 && to / from > widest) {
            return new Axis(true, from, to, start, end);
        }
        double spare = to > from ? 0 : to == 0 ? 1 : Math.abs(to) * SPARE;
        return new Axis(false, from - spare, to + spare, start, end);
    }

    double at(double value) {
        double share =
                log ? Math.log(Math.max(value, from) / from) / Math.log(to / from) : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** So many values from one to another, equally far on the axis. */
    List<Double> between(double left, double right, int steps) {
        List<Double> values = new ArrayList<>();
        boolean ratios = log && left > 0;
        for (int i = 0; i <= steps; i++) {
            double share = i / (double) steps;
            values.add(ratios ? left * Math.pow(right / left, share) : left + (right - left) * share);
        }
        return values;
    }

    /** Round values to write at the axis. */
    List<Double> ticks() {
        return log ? decades() : steps();
    }

    private List<Double> decades() {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.ceil(Math.log10(from) - SPARE);
        int last = (int) Math.floor(Math.log10(to) + SPARE);
        int every = Math.max(1, (last - first) / PARTS);
        for (int power = first; power <= last; power += every) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }

    private List<Double> steps() {
        double rough = (to - from) / PARTS;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / ten <= 1.5 ? ten : rough / ten <= 3.5 ? 2 * ten : rough / ten <= 7.5 ? 5 * ten : 10 * ten;
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(from / step - EXACT);
        for (long i = first; Numbers.atMost(i * step, to) && ticks.size() <= 2 * PARTS; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
