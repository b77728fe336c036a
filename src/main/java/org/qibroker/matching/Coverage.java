package org.qibroker.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;

/**
 * What is asked, cut wherever a line begins or ends, and for each part the line that serves it. Since each end is a part
 * of its own, open ends do not join.
 *
 * @param parts in ascending order, points outside the range last
 */
record Coverage(List<Part> parts) {

    /** A stretch that no line ends in, and the line that serves it; {@code null} if none does. */
    record Part(Interval stretch, @Nullable Line line) {}

    /** Chooses between lines that both cover a stretch. */
    interface Choice {
        /** Whether {@code a} serves the stretch better than {@code b}. */
        boolean better(Line a, Line b, Interval stretch);
    }

    /** Joins lines, all of which have a range, for the largest part of what is asked. */
    static Coverage of(@Nullable Interval asked, List<Double> points, List<Line> lines, Choice choice) {
        List<Part> parts = new ArrayList<>();
        for (Interval stretch : stretches(asked, points, lines)) {
            parts.add(new Part(stretch, choose(stretch, lines, choice)));
        }
        return new Coverage(parts);
    }

    private static @Nullable Line choose(Interval stretch, List<Line> lines, Choice choice) {
        Line best = null;
        for (Line line : lines) {
            boolean serves = Objects.requireNonNull(line.base()).covers(stretch);
            if (serves && (best == null || choice.better(line, best, stretch))) {
                best = line;
            }
        }
        return best;
    }

    private static List<Interval> stretches(@Nullable Interval asked, List<Double> points, List<Line> lines) {
        List<Interval> stretches = new ArrayList<>();
        if (asked != null) {
            List<Double> cuts = cuts(asked, points, lines);
            double before = Double.NaN;
            if (asked.lower() == null) {
                stretches.add(cuts.isEmpty() ? Interval.ALL : Interval.below(cuts.get(0)));
            }
            for (double cut : cuts) {
                if (!Double.isNaN(before)) {
                    stretches.add(new Interval(new Interval.End(before, false), new Interval.End(cut, false)));
                }
                stretches.add(Interval.point(cut));
                before = cut;
            }
            if (asked.upper() == null && !cuts.isEmpty()) {
                stretches.add(Interval.above(before));
            }
        }
        points.stream()
                .filter(p -> asked == null || !asked.contains(p))
                .map(Interval::point)
                .forEach(stretches::add);
        return stretches;
    }

    private static List<Double> cuts(Interval asked, List<Double> points, List<Line> lines) {
        TreeSet<Double> ends = new TreeSet<>(points);
        addEnds(ends, asked);
        lines.forEach(line -> addEnds(ends, Objects.requireNonNull(line.base())));
        List<Double> cuts = new ArrayList<>();
        for (double end : ends) {
            boolean again = !cuts.isEmpty() && Numbers.same(cuts.get(cuts.size() - 1), end);
            if (asked.contains(end) && !again) {
                cuts.add(end);
            }
        }
        return cuts;
    }

    private static void addEnds(Set<Double> ends, Interval interval) {
        if (interval.lower() != null) {
            ends.add(interval.lower().value());
        }
        if (interval.upper() != null) {
            ends.add(interval.upper().value());
        }
    }

    /** The lines used, in the order of what they serve. */
    List<Line> used() {
        Set<Line> used = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part.line() != null) {
                used.add(part.line());
            }
        }
        return List.copyOf(used);
    }

    /** COVERED, PARTLY or NOT_COVERED. */
    Verdict verdict() {
        long served = parts.stream().filter(p -> p.line() != null).count();
        return served == parts.size() ? Verdict.COVERED : served == 0 ? Verdict.NOT_COVERED : Verdict.PARTLY;
    }

    /** How much is served, as a length in the base unit. */
    double width() {
        return parts.stream()
                .filter(p -> p.line() != null)
                .mapToDouble(p -> p.stretch().length())
                .sum();
    }

    /** The longest stretch that is served without a break; {@code null} if nothing is. */
    @Nullable
    Interval longest() {
        Interval longest = null;
        Interval run = null;
        for (Part part : parts) {
            run = part.line() == null ? null : run == null ? part.stretch() : join(run, part.stretch());
            if (run != null && (longest == null || run.length() > longest.length())) {
                longest = run;
            }
        }
        return longest;
    }

    private static Interval join(Interval run, Interval next) {
        return new Interval(run.lower(), next.upper());
    }
}
