package org.qibroker.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.Unit;

/**
 * Range and uncertainty of an offer against what is asked, as coordinates of a picture 600 wide and 160 high.
 *
 * @param curves one path a line: its uncertainty over its range
 * @param asked the range asked,; {@code null} if unbounded or not asked
 * @param limit the height of the largest uncertainty asked; {@code null} if none
 * @param axis texts at the left and right end, below
 * @param top text at the top of the scale
 */
public record MatchPlot(
        List<String> curves, @Nullable Span asked, @Nullable Double limit, List<String> axis, String top) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 160;
    private static final double MARGIN = 1.25;
    private static final int STEPS = 48;

    /** A stretch from left to right. */
    public record Span(double left, double right) {}

    private record Drawn(Interval range, Uncertainty uncertainty) {}

    private record Scale(double from, double to, double top) {
        double x(double base) {
            return (base - from) / (to - from) * WIDTH;
        }

        double y(double u) {
            return HEIGHT - Math.min(1.2, u / top) * HEIGHT;
        }
    }

    static Optional<MatchPlot> of(AskedItem item, List<Capability> lines) {
        List<Drawn> drawn = new ArrayList<>();
        QuantityKind kind = null;
        Unit unit = null;
        for (Capability line : lines) {
            QuantityKind own = Line.kindOf(line);
            QuantityRange range = line.measured().range();
            if (own == null || range == null || (kind != null && !kind.equals(own))) {
                continue;
            }
            Interval base = Line.baseOf(line, own);
            boolean known = line.measured().uncertainty().form() != Uncertainty.Form.TEXT;
            if (known && base != null && base.isBounded() && base.length() > 0) {
                kind = own;
                unit = item.shown(own, range.unit());
                drawn.add(new Drawn(
                        base, line.measured().uncertainty().withCoverageFactor(Limit.coverageFactor(item.spec()))));
            }
        }
        return kind == null || unit == null ? Optional.empty() : draw(item, kind, unit, drawn);
    }

    private static Optional<MatchPlot> draw(AskedItem item, QuantityKind kind, Unit unit, List<Drawn> drawn) {
        Limit limit = Limit.of(item.spec(), kind, item.units())
                .filter(l -> !l.relative())
                .orElse(null);
        Interval range = item.range(kind);
        double from = drawn.stream().mapToDouble(d -> left(d.range)).min().orElse(0);
        double to = drawn.stream().mapToDouble(d -> right(d.range)).max().orElse(1);
        if (range != null && range.isBounded()) {
            from = Math.min(from, left(range));
            to = Math.max(to, right(range));
        }
        double most = drawn.stream().mapToDouble(MatchPlot::largest).max().orElse(0);
        double top = Math.max(most, limit == null ? 0 : limit.value()) * MARGIN;
        if (!(top > 0) || !(to > from)) {
            return Optional.empty();
        }
        Scale scale = new Scale(from, to, top);
        return Optional.of(new MatchPlot(
                drawn.stream()
                        .sorted(Comparator.comparingDouble(d -> left(d.range)))
                        .map(d -> curve(d, scale))
                        .toList(),
                range == null || !range.isBounded() ? null : new Span(scale.x(left(range)), scale.x(right(range))),
                limit == null ? null : scale.y(limit.value()),
                List.of(Texts.level(from, unit), Texts.level(to, unit)),
                "U " + Texts.difference(top, limit == null ? unit : limit.unit())));
    }

    private static double left(Interval bounded) {
        return Objects.requireNonNull(bounded.lower()).value();
    }

    private static double right(Interval bounded) {
        return Objects.requireNonNull(bounded.upper()).value();
    }

    private static double largest(Drawn drawn) {
        return drawn.uncertainty
                .worstOver(drawn.range)
                .map(Uncertainty.Worst::value)
                .orElse(0.0);
    }

    private static String curve(Drawn drawn, Scale scale) {
        StringBuilder path = new StringBuilder();
        double from = left(drawn.range);
        double length = drawn.range.length();
        for (int i = 0; i <= STEPS; i++) {
            double at = from + length * i / STEPS;
            OptionalDouble u = drawn.uncertainty.at(at);
            if (u.isPresent()) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(String.format(Locale.ROOT, "%.1f %.1f", scale.x(at), scale.y(u.getAsDouble())));
            }
        }
        return path.toString();
    }

    /** A coordinate as it is written in a picture. */
    public static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
