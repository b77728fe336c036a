package org.qibroker.catalog.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.plot.FittingUnit;
import org.qibroker.catalog.plot.Shown;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Adds up the lines of one provider, one after the other. */
final class Profiler {
    private static final int SUBJECTS_SHOWN = 16;
    private static final int BEST_SHOWN = 6;

    private final UnitRegistry units;
    private final Map<Family, Integer> families = new EnumMap<>(Family.class);
    private final Map<String, Counted> subjects = new HashMap<>();
    private final Map<QuantityKind, Fine> quantities = new HashMap<>();
    private final List<Integer> days = new ArrayList<>();
    private int lines;
    private int onSite;

    private record Counted(String zh, @Nullable String en, int lines) {
        Counted more() {
            return new Counted(zh, en, lines + 1);
        }
    }

    /** The finest line so far, and how many were looked at. */
    private record Fine(Capability line, Best best, int lines) {
        static Fine finer(Fine a, Fine b) {
            Fine finer = b.best.value() < a.best.value() ? b : a;
            return new Fine(finer.line, finer.best, a.lines + b.lines);
        }
    }

    Profiler(UnitRegistry units) {
        this.units = units;
    }

    void add(Capability line) {
        lines++;
        onSite += line.terms().onSite() ? 1 : 0;
        families.merge(line.service().family(), 1, Integer::sum);
        subjects.merge(
                TextKey.of(line.service().subject()),
                new Counted(line.service().subject(), line.service().subjectEn(), 1),
                (known, fresh) -> known.more());
        Integer turnaround = line.terms().turnaroundDays();
        if (turnaround != null) {
            days.add(turnaround);
        }
        QuantityKind quantity = line.measured().quantity();
        if (quantity != null) {
            Best.of(line).ifPresent(best -> quantities.merge(quantity, new Fine(line, best, 1), Fine::finer));
        }
    }

    Profile profile() {
        days.sort(Comparator.naturalOrder());
        return new Profile(
                lines,
                families,
                subjects.values().stream()
                        .sorted(Comparator.comparingInt(Counted::lines)
                                .reversed()
                                .thenComparing(Counted::zh))
                        .limit(SUBJECTS_SHOWN)
                        .map(each -> new Profile.Subject(each.zh(), each.en(), each.lines()))
                        .toList(),
                subjects.size(),
                quantities.entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<QuantityKind, Fine> each) ->
                                        -each.getValue().lines())
                                .thenComparing(each -> each.getKey().key()))
                        .limit(BEST_SHOWN)
                        .map(each -> finest(each.getKey(), each.getValue()))
                        .toList(),
                days.isEmpty() ? null : days.get(days.size() / 2),
                onSite);
    }

    private Profile.Finest finest(QuantityKind quantity, Fine fine) {
        Unit written = Objects.requireNonNull(fine.line.measured().range()).unit();
        return new Profile.Finest(
                quantity,
                fine.line,
                Shown.difference(fine.best.value(), FittingUnit.of(fine.best.value(), written, units)),
                Shown.level(fine.best.at(), written));
    }
}
