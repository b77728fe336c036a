package org.qibroker.demand;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.FieldFault;

/** What is wrong with an item beyond the form of its fields: units, kinds, and ends of ranges that do not go together. */
public final class ItemRules {
    private final UnitRegistry units;

    /** Rules over the units known. */
    public ItemRules(UnitRegistry units) {
        this.units = units;
    }

    /** Faults of all items, each under {@code /items/<index>}. */
    public List<FieldFault> faults(List<ItemSpec> items) {
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String prefix = "/items/" + i;
            faults(items.get(i)).forEach(fault -> faults.add(fault.under(prefix)));
        }
        return faults;
    }

    /** Faults of one item, with pointers from the item. */
    public List<FieldFault> faults(ItemSpec item) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<QuantityKind> kind = Optional.ofNullable(item.quantity()).flatMap(units::kind);
        if (item.quantity() != null && kind.isEmpty()) {
            faults.add(FieldFault.of("/quantity", "unknown-quantity", item.quantity()));
        }
        if (item.range() != null) {
            range(item.range(), kind, "/range", faults);
        }
        if (item.points() != null) {
            points(item.points(), kind, faults);
        }
        if (item.conditions() != null) {
            conditions(item.conditions(), faults);
        }
        uncertainty(item, faults);
        if (faults.isEmpty()) {
            together(item, kind, faults);
        }
        return faults;
    }

    /** Units that are known each, and have no quantity in common. */
    private void together(ItemSpec item, Optional<QuantityKind> kind, List<FieldFault> faults) {
        Set<QuantityKind> kinds = kind.map(Set::of).orElseGet(() -> levels(item, faults));
        ValueAsked max = item.maxUncertainty();
        ToleranceAsked tolerance = item.tolerance();
        if (max != null) {
            boolean ratio = !Boolean.FALSE.equals(max.relative()) && ratio(max.unit());
            if (Boolean.TRUE.equals(max.relative()) && !ratio) {
                faults.add(FieldFault.of("/maxUncertainty/unit", "unit-no-ratio", max.unit()));
            } else if (!ratio) {
                difference(max.unit(), kinds, "/maxUncertainty/unit", faults);
            }
        }
        if (tolerance != null && !ratio(tolerance.unit())) {
            difference(tolerance.unit(), kinds, "/tolerance/unit", faults);
        }
    }

    /** The quantities that have the units of range and points; none if there are no units. */
    private Set<QuantityKind> levels(ItemSpec item, List<FieldFault> faults) {
        List<PointAsked> points = item.points() == null ? List.of() : item.points();
        Set<QuantityKind> kinds = new LinkedHashSet<>();
        if (item.range() != null) {
            kinds.addAll(kinds(item.range().unit()));
        }
        for (int i = 0; i < points.size(); i++) {
            Set<QuantityKind> own = kinds(points.get(i).unit());
            Set<QuantityKind> common = new LinkedHashSet<>(kinds.isEmpty() ? own : kinds);
            common.retainAll(own);
            if (common.isEmpty()) {
                String others = names(kinds);
                faults.add(FieldFault.of(
                        "/points/" + i + "/unit",
                        "unit-of-other-quantity",
                        points.get(i).unit(),
                        others));
                return kinds;
            }
            kinds = common;
        }
        return kinds;
    }

    private Set<QuantityKind> kinds(String unit) {
        return units.all(unit).stream().map(Unit::kind).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String names(Set<QuantityKind> kinds) {
        return kinds.stream().map(QuantityKind::key).collect(Collectors.joining(", "));
    }

    private boolean ratio(String unit) {
        return units.kind("ratio").flatMap(kind -> units.find(unit, kind)).isPresent();
    }

    private void difference(String unit, Set<QuantityKind> kinds, String pointer, List<FieldFault> faults) {
        boolean fits = kinds.stream().anyMatch(kind -> units.find(unit, kind).isPresent());
        if (!kinds.isEmpty() && !fits) {
            faults.add(FieldFault.of(pointer, "unit-of-other-quantity", unit, names(kinds)));
        }
    }

    private void range(RangeAsked range, Optional<QuantityKind> kind, String pointer, List<FieldFault> faults) {
        if (range.min() == null && range.max() == null) {
            faults.add(FieldFault.of(pointer, "range-empty"));
        } else if (range.min() != null && range.max() != null && range.min() > range.max()) {
            faults.add(FieldFault.of(pointer + "/max", "range-reversed"));
        }
        unit(range.unit(), kind, pointer + "/unit", faults);
    }

    private void points(List<PointAsked> points, Optional<QuantityKind> kind, List<FieldFault> faults) {
        for (int i = 0; i < points.size(); i++) {
            unit(points.get(i).unit(), kind, "/points/" + i + "/unit", faults);
        }
    }

    private void conditions(List<ConditionAsked> conditions, List<FieldFault> faults) {
        for (int i = 0; i < conditions.size(); i++) {
            range(conditions.get(i).range(), Optional.empty(), "/conditions/" + i + "/range", faults);
        }
    }

    private void uncertainty(ItemSpec item, List<FieldFault> faults) {
        ValueAsked max = item.maxUncertainty();
        ToleranceAsked tolerance = item.tolerance();
        if (max != null && tolerance != null) {
            faults.add(FieldFault.of("/tolerance", "uncertainty-or-tolerance"));
        }
        if (max != null) {
            unit(max.unit(), Optional.empty(), "/maxUncertainty/unit", faults);
        }
        if (tolerance != null) {
            unit(tolerance.unit(), Optional.empty(), "/tolerance/unit", faults);
        }
    }

    private void unit(@Nullable String text, Optional<QuantityKind> kind, String pointer, List<FieldFault> faults) {
        if (text == null) {
            return;
        }
        Optional<Unit> unit = kind.isPresent() ? units.find(text, kind.get()) : units.find(text);
        if (unit.isEmpty() && units.find(text).isEmpty()) {
            faults.add(FieldFault.of(pointer, "unknown-unit", text));
        } else if (unit.isEmpty()) {
            faults.add(FieldFault.of(
                    pointer, "unit-of-other-quantity", text, kind.orElseThrow().key()));
        }
    }
}
