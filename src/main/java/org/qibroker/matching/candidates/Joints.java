package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Stretch;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.Unit;

/** Shows how lines were joined: which line serves which part of what is asked, and how well. For one thread. */
final class Joints {
    private final RangeTexts texts;

    Joints(RangeTexts texts) {
        this.texts = texts;
    }

    /** The parts in order; none where no range or point is asked, or there is only text to go by. */
    List<Stretch> of(Evaluation evaluation) {
        Coverage coverage = evaluation.coverage();
        Line any = evaluation.used().get(0);
        if (coverage == null
                || any.kind() == null
                || any.range() == null
                || coverage.used().isEmpty()) {
            return List.of();
        }
        Unit unit = any.levelUnit();
        List<Stretch> shown = new ArrayList<>();
        merged(coverage.parts()).forEach(part -> shown.add(shown(part, unit)));
        return List.copyOf(shown);
    }

    private static List<Coverage.Part> merged(List<Coverage.Part> parts) {
        List<Coverage.Part> merged = new ArrayList<>(parts.size());
        for (Coverage.Part part : parts) {
            Coverage.Part last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && Objects.equals(last.line(), part.line()) && touches(last.stretch(), part.stretch())) {
                Interval both =
                        new Interval(last.stretch().lower(), part.stretch().upper());
                merged.set(merged.size() - 1, new Coverage.Part(both, part.line()));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static boolean touches(Interval before, Interval next) {
        Interval.@Nullable End end = before.upper();
        Interval.@Nullable End start = next.lower();
        return end != null && start != null && Numbers.same(end.value(), start.value());
    }

    /** A gap is shown as it is; of a served part also the ends that its line reaches, though another serves them. */
    private Stretch shown(Coverage.Part part, Unit unit) {
        Line line = part.line();
        if (line == null) {
            return new Stretch(texts.of(part.stretch(), unit), null, null);
        }
        Interval reached = Objects.requireNonNull(line.base()).intersect(closed(part.stretch()));
        return new Stretch(texts.of(reached, unit), line.id(), uncertainty(line, reached, unit));
    }

    private static Interval closed(Interval stretch) {
        Interval.@Nullable End lower = stretch.lower();
        Interval.@Nullable End upper = stretch.upper();
        return Interval.ofClosed(lower == null ? null : lower.value(), upper == null ? null : upper.value());
    }

    private static @Nullable String uncertainty(Line line, Interval over, Unit unit) {
        Uncertainty.Worst worst = line.stated().found(over);
        return worst == null
                ? line.uncertaintyText()
                : line.asked().uncertainty().shown(worst, line.stated(), unit);
    }
}
