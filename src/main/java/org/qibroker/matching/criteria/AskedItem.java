package org.qibroker.matching.criteria;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.TextKey;

/**
 * An item with its units understood.
 *
 * @param kinds the kinds of quantity that can answer it; {@code null} if any can
 */
public record AskedItem(ItemSpec spec, @Nullable Set<QuantityKind> kinds, UnitRegistry units) {

    /** Understands the units of an item. */
    public static AskedItem of(ItemSpec spec, UnitRegistry units) {
        if (spec.quantity() != null) {
            return new AskedItem(spec, units.kind(spec.quantity()).map(Set::of).orElse(Set.of()), units);
        }
        Set<QuantityKind> kinds = null;
        for (String unit : unitsAsked(spec, units)) {
            Set<QuantityKind> having = kindsOf(unit, units);
            if (kinds == null) {
                kinds = having;
            } else {
                kinds.retainAll(having);
            }
        }
        return new AskedItem(spec, kinds, units);
    }

    /** The units that tell the kind: those of levels, and that of an uncertainty unless it is a ratio. */
    private static List<String> unitsAsked(ItemSpec spec, UnitRegistry units) {
        List<String> asked = new ArrayList<>();
        if (spec.range() != null) {
            asked.add(spec.range().unit());
        }
        points(spec).forEach(point -> asked.add(point.unit()));
        ValueAsked limit = Limit.asked(spec);
        if (limit != null
                && !Boolean.TRUE.equals(limit.relative())
                && Limit.ratio(limit.unit(), units).isEmpty()) {
            asked.add(limit.unit());
        }
        return asked;
    }

    private static Set<QuantityKind> kindsOf(String unit, UnitRegistry units) {
        return units.all(unit).stream().map(Unit::kind).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<PointAsked> points(ItemSpec spec) {
        return spec.points() == null ? List.of() : spec.points();
    }

    /** Whether a line of this kind can answer. */
    public boolean admits(@Nullable QuantityKind kind) {
        return kinds == null || kind == null || kinds.contains(kind);
    }

    /** The kinds that can answer, the preferred one first; none if any can. */
    Set<QuantityKind> admitted() {
        return kinds == null ? Set.of() : kinds;
    }

    /** Whether a parameter is asked for. */
    public boolean parameterAsked() {
        return spec.parameter() != null && !TextKey.of(spec.parameter()).isEmpty();
    }

    /** Whether there is something to span. */
    public boolean rangeAsked() {
        RangeAsked range = spec.range();
        return !points(spec).isEmpty() || (range != null && (range.min() != null || range.max() != null));
    }

    /** The range asked, in the base unit of a kind; {@code null} if none is, or its unit is of another kind. */
    @Nullable
    public Interval range(QuantityKind kind) {
        RangeAsked range = spec.range();
        if (range == null || (range.min() == null && range.max() == null)) {
            return null;
        }
        Optional<Unit> unit = units.find(range.unit(), kind);
        return unit.map(u -> Interval.ofClosed(base(range.min(), u), base(range.max(), u)))
                .orElse(null);
    }

    private static @Nullable Double base(@Nullable Double level, Unit unit) {
        return level == null ? null : unit.toBase(level);
    }

    /** The points asked, in the base unit of a kind. */
    public List<Double> points(QuantityKind kind) {
        List<Double> base = new ArrayList<>();
        for (PointAsked point : points(spec)) {
            units.find(point.unit(), kind).ifPresent(unit -> base.add(unit.toBase(point.value())));
        }
        return base;
    }

    /** The unit that levels are shown in; that of the line if the item names none. */
    public Unit shown(QuantityKind kind, Unit otherwise) {
        return levelUnit(kind).orElse(otherwise);
    }

    /** The unit of a kind that levels are asked in; empty if there is none. */
    public Optional<Unit> levelUnit(QuantityKind kind) {
        String unit = levelUnit();
        return unit == null ? Optional.empty() : units.find(unit, kind);
    }

    private @Nullable String levelUnit() {
        if (spec.range() != null) {
            return spec.range().unit();
        }
        List<PointAsked> points = points(spec);
        return points.isEmpty() ? null : points.get(0).unit();
    }

    /** Whether 0 is among what is asked, so that no ratio to it can be formed. */
    public boolean spansZero(QuantityKind kind) {
        Interval range = points(spec).isEmpty() ? range(kind) : null;
        return (range != null && range.contains(0)) || points(kind).stream().anyMatch(p -> Numbers.same(p, 0));
    }

    /** Whether levels are asked in a unit whose zero is not the quantity's, so that no ratio can be formed. */
    public boolean offset(QuantityKind kind) {
        return levelUnit(kind).map(Unit::hasOffset).orElse(false);
    }

    /** What is asked of the range, as people read it; {@code null} if nothing. */
    @Nullable
    public String rangeText() {
        RangeAsked range = spec.range();
        if (range != null && (range.min() != null || range.max() != null)) {
            return Texts.range(range);
        }
        List<PointAsked> points = points(spec);
        return points.isEmpty() ? null : points.stream().map(Texts::point).collect(Collectors.joining(", "));
    }
}
