package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Stretch;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;

/** Shows how lines were joined: which line serves which part of what is asked, and how well. */
final class Joints {
    private final Unit unit;
    private final UncertaintyRule rule;

    private Joints(UncertaintyRule rule, Unit unit) {
        this.unit = unit;
        this.rule = rule;
    }

    /** The parts in order; none where no range or point is asked, or there is only text to go by. */
    static List<Stretch> of(AskedItem item, UncertaintyRule rule, Evaluation evaluation) {
        Coverage coverage = evaluation.coverage();
        Line any = evaluation.used().get(0);
        QuantityKind kind = any.kind();
        var range = any.capability().measured().range();
        return coverage == null
                        || kind == null
                        || range == null
                        || coverage.used().isEmpty()
                ? List.of()
                : new Joints(rule, item.shown(kind, range.unit())).stretches(coverage);
    }

    private List<Stretch> stretches(Coverage coverage) {
        List<Coverage.Part> merged = new ArrayList<>();
        for (Coverage.Part part : coverage.parts()) {
            Coverage.Part last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && Objects.equals(last.line(), part.line()) && touches(last.stretch(), part.stretch())) {
                Interval both =
                        new Interval(last.stretch().lower(), part.stretch().upper());
                merged.set(merged.size() - 1, new Coverage.Part(both, part.line()));
            } else {
                merged.add(part);
            }
        }
        return merged.stream().flatMap(this::shown).toList();
    }

    private static boolean touches(Interval before, Interval next) {
        Interval.@Nullable End end = before.upper();
        Interval.@Nullable End start = next.lower();
        return end != null && start != null && Numbers.same(end.value(), start.value());
    }

    /** A gap is shown as it is; of a served part also the ends that its line reaches, though another serves them. */
    private Stream<Stretch> shown(Coverage.Part part) {
        Line line = part.line();
        if (line == null) {
            return Stream.of(new Stretch(Texts.range(part.stretch(), unit), null, null));
        }
        Interval reached = Objects.requireNonNull(line.base()).intersect(closed(part.stretch()));
        return Stream.of(new Stretch(Texts.range(reached, unit), line.id(), uncertainty(line, reached)));
    }

    private static Interval closed(Interval stretch) {
        Interval.@Nullable End lower = stretch.lower();
        Interval.@Nullable End upper = stretch.upper();
        return Interval.ofClosed(lower == null ? null : lower.value(), upper == null ? null : upper.value());
    }

    private @Nullable String uncertainty(Line line, Interval over) {
        String text = line.capability().measured().uncertaintyText();
        Uncertainty.Worst worst = line.stated().found(over);
        return worst == null ? text : rule.shown(worst, line.capability(), unit);
    }
}
