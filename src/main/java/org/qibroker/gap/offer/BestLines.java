package org.qibroker.gap.offer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.matching.candidates.Line;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;

/** Of many lines those that have the smallest uncertainty somewhere, k = 2. Pure. */
final class BestLines {
    private static final int STEPS = 40;
    private static final double K = 2;

    private final QuantityKind kind;
    private final List<Capability> drawable;

    private BestLines(QuantityKind kind, List<Capability> drawable) {
        this.kind = kind;
        this.drawable = drawable;
    }

    /** The best somewhere in what is asked, or anywhere if nothing is; at most so many, none if nothing can be compared. */
    static List<Capability> of(List<Capability> lines, AskedItem item, int most) {
        List<Capability> drawable =
                lines.stream().filter(line -> range(line) != null).toList();
        if (drawable.isEmpty()) {
            return List.of();
        }
        QuantityKind kind = Objects.requireNonNull(Line.kindOf(drawable.get(0)));
        BestLines same = new BestLines(
                kind,
                drawable.stream().filter(line -> kind.equals(Line.kindOf(line))).toList());
        return same.best(item).stream().limit(most).toList();
    }

    /** The range of a line that ends on both sides and says its uncertainty; absent of others. */
    private static @Nullable Interval range(Capability line) {
        Interval range = Line.baseOf(line, Line.kindOf(line));
        boolean told = line.measured().uncertainty().form() != Uncertainty.Form.TEXT;
        return range != null && range.isBounded() && !range.isEmpty() && told ? range : null;
    }

    private Set<Capability> best(AskedItem item) {
        Set<Capability> best = new LinkedHashSet<>();
        for (double level : levels(item)) {
            Capability here = best(level);
            if (here != null) {
                best.add(here);
            }
        }
        return best;
    }

    private @Nullable Capability best(double level) {
        Capability best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Capability line : drawable) {
            OptionalDouble u = Objects.requireNonNull(range(line)).contains(level)
                    ? line.measured().uncertainty().withCoverageFactor(K).at(level)
                    : OptionalDouble.empty();
            if (u.isPresent() && u.getAsDouble() < least) {
                best = line;
                least = u.getAsDouble();
            }
        }
        return best;
    }

    private List<Double> levels(AskedItem item) {
        Interval asked = item.range(kind);
        Interval over = asked != null && asked.isBounded() ? asked : hull();
        double from = Objects.requireNonNull(over.lower()).value();
        double to = Objects.requireNonNull(over.upper()).value();
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            levels.add(from + (to - from) * i / STEPS);
        }
        return levels;
    }

    private Interval hull() {
        return Interval.closed(
                drawable.stream()
                        .mapToDouble(
                                line -> end(Objects.requireNonNull(range(line)).lower()))
                        .min()
                        .orElseThrow(),
                drawable.stream()
                        .mapToDouble(
                                line -> end(Objects.requireNonNull(range(line)).upper()))
                        .max()
                        .orElseThrow());
    }

    private static double end(Interval.@Nullable End end) {
        return Objects.requireNonNull(end).value();
    }
}
