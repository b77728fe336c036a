package org.qibroker.catalog.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.Unit;
import org.qibroker.measure.UnitRegistry;

/**
 * Ranges and uncertainties of lines of one quantity and parameter, as coordinates of a picture 600 wide and 220 high. A
 * scale that spans more than three decades is logarithmic.
 *
 * @param curves one a line that could be drawn, in the order of the lines
 * @param from text at the left end of the scale
 * @param to text at the right end
 * @param least text at the bottom
 * @param most text at the top
 */
public record ScopePlot(
        QuantityKind kind,
        String parameter,
        List<Curve> curves,
        String from,
        String to,
        String least,
        String most,
        boolean logarithmic) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 220;
    private static final double DECADES = 1000;
    private static final int STEPS = 40;

    /**
     * A line in the picture.
     *
     * @param path as SVG writes it
     * @param tone 0…5, to tell neighbours apart
     */
    public record Curve(Capability line, String path, int tone) {}

    private record Point(double at, double u) {}

    private record Drawn(Capability line, Unit unit, List<Point> points) {}

    /** The pictures of lines, one for each quantity and parameter of which something can be drawn. */
    static List<ScopePlot> of(List<Capability> lines, UnitRegistry units) {
        Map<String, List<Drawn>> groups = new LinkedHashMap<>();
        for (Capability line : lines) {
            drawn(line).ifPresent(one -> groups.computeIfAbsent(
                            one.unit.kind().key() + "\n" + line.service().parameter(), key -> new ArrayList<>())
                    .add(one));
        }
        return groups.values().stream().map(drawn -> plot(drawn, units)).toList();
    }

    private static Optional<Drawn> drawn(Capability line) {
        QuantityRange range = line.measured().range();
        Uncertainty uncertainty = line.measured().uncertainty();
        if (range == null || uncertainty instanceof TextOnly) {
            return Optional.empty();
        }
        Interval.End lower = range.inBase().lower();
        Interval.End upper = range.inBase().upper();
        if (lower == null || upper == null) {
            return Optional.empty();
        }
        List<Point> points = points(lower.value(), upper.value(), uncertainty.withCoverageFactor(2));
        return points.isEmpty() ? Optional.empty() : Optional.of(new Drawn(line, range.unit(), points));
    }

    /** Evenly spaced, or by equal ratios where the range spans decades. */
    private static List<Point> points(double from, double to, Uncertainty uncertainty) {
        List<Point> points = new ArrayList<>();
        boolean ratios = from > 0 && to / from > DECADES;
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            double at = ratios ? from * Math.pow(to / from, share) : from + (to - from) * share;
            OptionalDouble u = uncertainty.at(at);
            if (u.isPresent()) {
                points.add(new Point(at, u.getAsDouble()));
            }
        }
        return points;
    }

    private static ScopePlot plot(List<Drawn> drawn, UnitRegistry units) {
        Unit unit = drawn.get(drawn.size() - 1).unit;
        Axis x = Axis.of(
                drawn.stream()
                        .flatMap(d -> d.points.stream())
                        .mapToDouble(Point::at)
                        .toArray(),
                false);
        Axis y = Axis.of(
                drawn.stream()
                        .flatMap(d -> d.points.stream())
                        .mapToDouble(Point::u)
                        .toArray(),
                true);
        List<Curve> curves = new ArrayList<>();
        for (Drawn one : drawn) {
            curves.add(new Curve(one.line, path(one.points, x, y), curves.size() % 6));
        }
        return new ScopePlot(
                unit.kind(),
                drawn.get(0).line.service().parameter(),
                curves,
                level(x.from, FittingUnit.of(x.from, unit, units)),
                level(x.to, FittingUnit.of(x.to, unit, units)),
                difference(y.from, FittingUnit.of(y.from, unit, units)),
                difference(y.to, FittingUnit.of(y.to, unit, units)),
                x.logarithmic || y.logarithmic);
    }

    private static String path(List<Point> points, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(String.format(
                            Locale.ROOT, "%.1f %.1f", x.share(point.at) * WIDTH, HEIGHT - y.share(point.u) * HEIGHT));
        }
        return points.size() == 1 || path.indexOf("L") < 0 ? path + "h0" : path.toString();
    }

    private static String level(double base, Unit unit) {
        return Numbers.print(rounded(unit.fromBase(base), 6)) + " " + unit.symbol();
    }

    private static String difference(double base, Unit unit) {
        return Numbers.print(rounded(unit.differenceFromBase(base), 2)) + " " + unit.symbol();
    }

    private static double rounded(double value, int digits) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "g", value));
    }

    /** A scale; one of uncertainties begins at zero unless it is logarithmic. */
    private record Axis(double from, double to, boolean logarithmic) {
        static Axis of(double[] values, boolean fromZero) {
            double least = Arrays.stream(values).min().orElse(0);
            double most = Arrays.stream(values).max().orElse(1);
            boolean logarithmic = least > 0 && most / least > DECADES;
            double from = fromZero && !logarithmic ? 0 : least;
            return new Axis(from, most > from ? most : from + 1, logarithmic);
        }

        double share(double value) {
            return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        }
    }
}
