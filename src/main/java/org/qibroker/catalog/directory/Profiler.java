package org.qibroker.catalog.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Adds up the lines of one provider, one after the other. */
final class Profiler {
    private static final int SUBJECTS_SHOWN = 16;
    private static final int BEST_SHOWN = 6;

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
    private record Fine(Capability line, double value, int lines) {
        static Fine finer(Fine a, Fine b) {
            Fine finer = b.value < a.value ? b : a;
            return new Fine(finer.line, finer.value, a.lines + b.lines);
        }
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
        OptionalDouble uncertainty = uncertainty(line);
        if (quantity != null && uncertainty.isPresent()) {
            quantities.merge(quantity, new Fine(line, uncertainty.getAsDouble(), 1), Fine::finer);
        }
    }

    private static OptionalDouble uncertainty(Capability line) {
        QuantityRange range = line.measured().range();
        Interval.End lower = range == null ? null : range.interval().lower();
        return range == null || lower == null
                ? OptionalDouble.empty()
                : line.measured()
                        .uncertainty()
                        .withCoverageFactor(2)
                        .at(range.unit().toBase(lower.value()));
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
                        .map(each -> new Profile.Finest(
                                each.getKey(), each.getValue().line()))
                        .toList(),
                days.isEmpty() ? null : days.get(days.size() / 2),
                onSite);
    }
}
