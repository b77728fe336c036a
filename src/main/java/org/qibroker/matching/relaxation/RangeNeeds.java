package org.qibroker.matching.relaxation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.candidates.Coverage;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.Line;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;

/** What is left of a range, or of points, for a site to serve all of it. For one thread. */
final class RangeNeeds {
    private final Wish wish;
    private final AskedItem item;
    private final Map<Left, Need> known = new HashMap<>();

    RangeNeeds(Wish wish) {
        this.wish = wish;
        this.item = wish.item();
    }

    /** The longest part that it serves without a break; of points those it serves. */
    Need of(Evaluation miss) {
        Coverage coverage = Objects.requireNonNull(miss.coverage());
        Line line = miss.used().get(0);
        QuantityKind kind = Objects.requireNonNull(line.kind());
        if (item.spec().points() != null && !item.spec().points().isEmpty()) {
            return points(miss, coverage, kind);
        }
        Interval longest = coverage.longest();
        Interval left = longest == null ? Objects.requireNonNull(line.base()) : longest;
        return known.computeIfAbsent(new Left(kind, left, longest != null), what -> shorter(miss, what));
    }

    /** What is left of a range; whether any of what is asked is. */
    private record Left(QuantityKind kind, Interval range, boolean some) {}

    private Need shorter(Evaluation miss, Left what) {
        Unit unit = miss.used().get(0).levelUnit();
        Need.Extent extent = Need.Extent.of(what.range, () -> Texts.range(what.range, unit));
        return new Need(wish.next(), Criterion.RANGE, 0, extent, () -> shortened(miss, unit, what));
    }

    private Relaxation shortened(Evaluation miss, Unit unit, Left what) {
        Interval left = what.range;
        boolean closed = what.some && included(left.lower()) && included(left.upper());
        RangeAsked range = new RangeAsked(level(left.lower(), unit), level(left.upper(), unit), unit.symbol());
        return new Relaxation(
                Criterion.RANGE,
                wish.asked(miss, Criterion.RANGE),
                Texts.range(left, unit),
                closed ? List.of(Change.set(wish.path("range"), range)) : List.of());
    }

    /** What is asked is closed, so a range without its end cannot be: it would ask for that end too. */
    private static boolean included(Interval.@Nullable End end) {
        return end == null || end.included();
    }

    private static @Nullable Double level(Interval.@Nullable End end, Unit unit) {
        return end == null ? null : Numbers.rounded(unit.fromBase(end.value()));
    }

    private Need points(Evaluation miss, Coverage coverage, QuantityKind kind) {
        return new Need(wish.next(), Criterion.RANGE, 0, () -> fewer(miss, coverage, kind));
    }

    private Relaxation fewer(Evaluation miss, Coverage coverage, QuantityKind kind) {
        List<PointAsked> left = Objects.requireNonNull(item.spec().points()).stream()
                .filter(point -> item.units()
                        .find(point.unit(), kind)
                        .filter(unit -> coverage.serves(unit.toBase(point.value())))
                        .isPresent())
                .toList();
        String from = wish.asked(miss, Criterion.RANGE);
        if (left.isEmpty() || item.spec().range() != null) {
            String offered = miss.result(Criterion.RANGE).offered();
            return new Relaxation(Criterion.RANGE, from, offered == null ? "" : offered, List.of());
        }
        String to = left.stream().map(Texts::point).collect(Collectors.joining(", "));
        return new Relaxation(Criterion.RANGE, from, to, List.of(Change.set(wish.path("points"), left)));
    }
}
