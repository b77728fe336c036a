package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;

/**
 * What is asked, cut wherever a line begins or ends, and for each part the line that serves it. Since each end is a part
 * of its own, open ends do not join.
 *
 * @param parts in ascending order, points outside the range last
 */
public record Coverage(List<Part> parts) {

    /** A stretch that no line ends in, and the line that serves it; {@code null} if none does. */
    record Part(Interval stretch, @Nullable Line line) {}

    /** Chooses between lines that both cover a stretch. */
    interface Choice {
        /** Whether {@code a} serves the stretch better than {@code b}. */
        boolean better(Line a, Line b, Interval stretch);
    }

    /** A range that one line serves from end to end. */
    static Coverage whole(Interval range, Line line) {
        return new Coverage(List.of(new Part(range, line)));
    }

    /** A range that no line serves. */
    static Coverage nothing(Interval range) {
        return new Coverage(List.of(new Part(range, null)));
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
            double[] cuts = cuts(asked, points, lines);
            if (asked.lower() == null) {
                stretches.add(cuts.length == 0 ? Interval.ALL : Interval.below(cuts[0]));
            }
            for (int i = 0; i < cuts.length; i++) {
                if (i > 0) {
                    stretches.add(new Interval(new Interval.End(cuts[i - 1], false), new Interval.End(cuts[i], false)));
                }
                stretches.add(Interval.point(cuts[i]));
            }
            if (asked.upper() == null && cuts.length > 0) {
                stretches.add(Interval.above(cuts[cuts.length - 1]));
            }
        }
        for (double point : points) {
            if (asked == null || !asked.contains(point)) {
                stretches.add(Interval.point(point));
            }
        }
        return stretches;
    }

    private static double[] cuts(Interval asked, List<Double> points, List<Line> lines) {
        double[] ends = new double[2 + points.size() + 2 * lines.size()];
        int count = add(asked, ends, 0);
        for (double point : points) {
            ends[count++] = point;
        }
        for (Line line : lines) {
            count = add(Objects.requireNonNull(line.base()), ends, count);
        }
        Arrays.sort(ends, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean again = kept > 0 && Numbers.same(ends[kept - 1], ends[i]);
            if (!again && asked.contains(ends[i])) {
                ends[kept++] = ends[i];
            }
        }
        return Arrays.copyOf(ends, kept);
    }

    private static int add(Interval interval, double[] ends, int count) {
        int at = count;
        if (interval.lower() != null) {
            ends[at++] = interval.lower().value();
        }
        if (interval.upper() != null) {
            ends[at++] = interval.upper().value();
        }
        return at;
    }

    /** The lines used, in the order of what they serve. */
    List<Line> used() {
        Line only = parts.get(0).line();
        if (parts.size() == 1 && only != null) {
            return List.of(only);
        }
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
        int served = 0;
        for (Part part : parts) {
            served += part.line() == null ? 0 : 1;
        }
        return served == parts.size() ? Verdict.COVERED : served == 0 ? Verdict.NOT_COVERED : Verdict.PARTLY;
    }

    /** How much is served, as a length in the base unit. */
    double width() {
        double width = 0;
        for (Part part : parts) {
            width += part.line() == null ? 0 : part.stretch().length();
        }
        return width;
    }

    /** Whether a level, in the base unit, is served. */
    public boolean serves(double level) {
        return parts.stream()
                .anyMatch(part -> part.line() != null && part.stretch().contains(level));
    }

    /** The longest stretch that is served without a break; {@code null} if nothing is. */
    @Nullable
    public Interval longest() {
        Interval longest = null;
        Interval run = null;
        for (Part part : parts) {
            run = part.line() == null ? null : run == null ? part.stretch() : join(run, part.stretch());
            boolean more = run != null && longest != null && run.length() > longest.length();
            boolean further = run != null && longest != null && Objects.equals(run.lower(), longest.lower());
            if (run != null && (longest == null || more || further)) {
                longest = run;
            }
        }
        return longest;
    }

    private static Interval join(Interval run, Interval next) {
        return new Interval(run.lower(), next.upper());
    }
}
