package org.qibroker.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.Unit;

/**
 * How an uncertainty changes over a range, ready to be drawn 100 wide and 40 high.
 *
 * @param points of a polyline, as SVG writes them
 * @param from lower end of the range with its unit
 * @param to upper end of the range with its unit
 * @param least uncertainty at the lower end, in the range's unit
 * @param most uncertainty at the upper end
 */
public record UncertaintyCurve(String points, String from, String to, String least, String most) {
    private static final int STEPS = 50;
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;

    static @Nullable UncertaintyCurve of(Capability line) {
        QuantityRange range = line.measured().range();
        Uncertainty uncertainty = line.measured().uncertainty();
        boolean changes =
                uncertainty.form() != Uncertainty.Form.CONSTANT && uncertainty.form() != Uncertainty.Form.TEXT;
        if (range == null || !changes) {
            return null;
        }
        Interval.End lower = range.interval().lower();
        Interval.End upper = range.interval().upper();
        return lower == null || upper == null ? null : of(range.unit(), lower.value(), upper.value(), uncertainty);
    }

    private static @Nullable UncertaintyCurve of(Unit unit, double lower, double upper, Uncertainty uncertainty) {
        List<Double> values = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            OptionalDouble value = uncertainty.at(unit.toBase(lower + (upper - lower) * step / STEPS));
            if (value.isEmpty()) {
                return null;
            }
            values.add(unit.differenceFromBase(value.getAsDouble()));
        }
        String symbol = " " + unit.symbol();
        return new UncertaintyCurve(
                points(values),
                Numbers.print(lower) + symbol,
                Numbers.print(upper) + symbol,
                rounded(values.get(0)) + symbol,
                rounded(values.get(STEPS)) + symbol);
    }

    private static String points(List<Double> values) {
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double scale = most > 0 ? HEIGHT * 0.9 / most : 0;
        List<String> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(String.format(Locale.ROOT, "%.2f,%.2f", WIDTH * i / STEPS, HEIGHT - values.get(i) * scale));
        }
        return points.stream().collect(Collectors.joining(" "));
    }

    private static String rounded(double value) {
        return Numbers.print(Double.parseDouble(String.format(Locale.ROOT, "%.2g", value)));
    }
}
