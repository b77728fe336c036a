package org.qibroker.catalog.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.Table;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.Unit;

/** Makes a picture of a drawing: finds the scales, then brings everything to its place. */
final class Plotter {
    private static final double WIDE_RANGE = 1000;
    private static final double WIDE_UNCERTAINTY = 50;
    private static final double HEADROOM = 1.15;
    private static final int STEPS = 48;
    private static final MathContext SHOWN = new MathContext(3);

    private final Drawing drawing;
    private final List<Drawing.Offer> offers;
    private final Axis across;
    private final Axis up;

    private Plotter(Drawing drawing, List<Drawing.Offer> offers, Axis across) {
        this.drawing = drawing;
        this.offers = offers;
        this.across = across;
        this.up = up();
    }

    static Plotter of(Drawing drawing) {
        List<Drawing.Offer> offers = drawing.offers().stream()
                .sorted(Comparator.comparingDouble((Drawing.Offer o) -> left(o.range()))
                        .thenComparingDouble(o -> right(o.range())))
                .toList();
        TreeSet<Double> levels = new TreeSet<>();
        offers.forEach(offer -> ends(offer.range(), drawing.levels(), levels));
        if (drawing.asked() != null) {
            ends(drawing.asked(), drawing.levels(), levels);
        }
        drawing.points().forEach(point -> levels.add(drawing.levels().fromBase(point)));
        return new Plotter(drawing, offers, Axis.of(levels.first(), levels.last(), WIDE_RANGE, Plot.LEFT, Plot.RIGHT));
    }

    private static void ends(Interval bounded, Unit unit, Set<Double> levels) {
        levels.add(unit.fromBase(left(bounded)));
        levels.add(unit.fromBase(right(bounded)));
    }

    private static double left(Interval bounded) {
        return Objects.requireNonNull(bounded.lower()).value();
    }

    private static double right(Interval bounded) {
        return Objects.requireNonNull(bounded.upper()).value();
    }

    /** The vertical axis: from nothing to above the largest, or between the decades around all. */
    private Axis up() {
        TreeSet<Double> values = new TreeSet<>();
        for (Drawing.Offer offer : offers) {
            levels(offer).forEach(level -> value(offer, level).ifPresent(values::add));
        }
        limits().forEach(point -> values.add(point.u));
        values.removeIf(value -> !(value >= 0) || Double.isInfinite(value));
        double most = values.isEmpty() ? 0 : values.last();
        double least = values.isEmpty() ? 0 : values.first();
        if (least > 0 && most / least > WIDE_UNCERTAINTY) {
            double floor = Math.pow(10, Math.floor(Math.log10(least)));
            double ceiling = Math.pow(10, Math.ceil(Math.log10(most)));
            return new Axis(true, floor, ceiling, Plot.BOTTOM, Plot.TOP);
        }
        return new Axis(false, 0, most > 0 ? most * HEADROOM : 1, Plot.BOTTOM, Plot.TOP);
    }

    /** Levels at which a line is looked at, in the base unit: evenly over the axis, and where its table bends. */
    private List<Double> levels(Drawing.Offer offer) {
        double from = left(offer.range());
        double to = right(offer.range());
        TreeSet<Double> levels = new TreeSet<>(List.of(from, to));
        for (double shown : across.between(unit().fromBase(from), unit().fromBase(to), STEPS)) {
            levels.add(Math.min(to, Math.max(from, unit().toBase(shown))));
        }
        if (offer.uncertainty() instanceof Table table) {
            table.points().stream()
                    .map(Table.Point::at)
                    .filter(offer.range()::contains)
                    .forEach(levels::add);
        }
        return new ArrayList<>(levels);
    }

    private Unit unit() {
        return drawing.levels();
    }

    private Optional<Double> value(Drawing.Offer offer, double level) {
        OptionalDouble u = offer.uncertainty().at(level);
        double shown = drawing.uncertainties().differenceFromBase(u.orElse(Double.NaN));
        return Double.isFinite(shown) ? Optional.of(shown) : Optional.empty();
    }

    private record Point(double level, double u) {}

    /** The limit asked, at levels in the unit of the axis. */
    private List<Point> limits() {
        List<Point> points = new ArrayList<>();
        if (drawing.limit() != null) {
            for (double shown : across.between(across.from(), across.to(), STEPS)) {
                double asked = drawing.limit().applyAsDouble(unit().toBase(shown));
                points.add(new Point(shown, drawing.uncertainties().differenceFromBase(asked)));
            }
        }
        return points;
    }

    Optional<Plot> plot() {
        List<Plot.Curve> curves = new ArrayList<>();
        List<Plot.Row> rows = new ArrayList<>();
        for (Drawing.Offer offer : offers) {
            String path = path(points(offer));
            if (!path.isEmpty()) {
                curves.add(new Plot.Curve(path, curves.size() % 2 == 1));
                rows.add(row(offer));
            }
        }
        String limit = path(limits());
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot(
                        curves,
                        joints(),
                        band(drawing.asked()),
                        drawing.points().stream().map(this::x).toList(),
                        limit.isEmpty() ? null : limit,
                        scale(across, unit().symbol()),
                        scale(up, drawing.uncertainties().symbol()),
                        rows));
    }

    private List<Point> points(Drawing.Offer offer) {
        List<Point> points = new ArrayList<>();
        for (double level : levels(offer)) {
            value(offer, level).ifPresent(u -> points.add(new Point(unit().fromBase(level), u)));
        }
        return points;
    }

    /** A single point becomes a line of no length, which round ends make a dot. */
    private String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(at(across.at(point.level)))
                    .append(' ')
                    .append(at(up.at(point.u)));
        }
        return points.size() == 1 ? path + "h0.01" : path.toString();
    }

    private List<String> joints() {
        TreeSet<Double> joints = new TreeSet<>();
        for (int i = 1; i < offers.size(); i++) {
            double begin = left(offers.get(i).range());
            boolean goesOn = offers.subList(0, i).stream().anyMatch(o -> Numbers.atMost(begin, right(o.range())));
            boolean later = Numbers.less(left(offers.get(0).range()), begin);
            if (goesOn && later) {
                joints.add(begin);
            }
        }
        return joints.stream().map(this::x).toList();
    }

    private String x(double base) {
        return at(across.at(unit().fromBase(base)));
    }

    private Plot.@Nullable Band band(@Nullable Interval asked) {
        if (asked == null) {
            return null;
        }
        double from = across.at(unit().fromBase(left(asked)));
        double to = across.at(unit().fromBase(right(asked)));
        return new Plot.Band(at(Math.min(from, to)), at(Math.max(1, Math.abs(to - from))));
    }

    private static Plot.Scale scale(Axis axis, String unit) {
        List<Plot.Tick> ticks = new ArrayList<>();
        for (double tick : axis.ticks()) {
            ticks.add(new Plot.Tick(at(axis.at(tick)), number(tick), ticks.size() % 2 == 1));
        }
        return new Plot.Scale(unit, axis.log(), ticks);
    }

    private Plot.Row row(Drawing.Offer offer) {
        double from = left(offer.range());
        double to = right(offer.range());
        Optional<Uncertainty.Worst> worst = offer.uncertainty().worstOver(offer.range());
        return new Plot.Row(
                level(from),
                level(to),
                value(offer, from).map(this::uncertainty).orElse("–"),
                value(offer, to).map(this::uncertainty).orElse("–"),
                worst.map(w -> uncertainty(drawing.uncertainties().differenceFromBase(w.value())))
                        .orElse("–"),
                worst.map(w -> level(w.at())).orElse("–"));
    }

    private String level(double base) {
        return Numbers.print(unit().fromBase(base)) + " " + unit().symbol();
    }

    private String uncertainty(double shown) {
        return number(shown) + " " + drawing.uncertainties().symbol();
    }

    private static String number(double value) {
        return Numbers.print(new BigDecimal(value).round(SHOWN).doubleValue());
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
