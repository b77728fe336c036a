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
 * of its own, open ends do not join. Parts ascend; points outside the range come last.
 */
public final class Coverage {
    private static final double[] NOWHERE = {};

    private final double[] from;
    private final double[] to;
    private final double[] worst;
    private final @Nullable Line[] lines;
    private final boolean closed;
    private int size;

    private Coverage(int capacity, boolean closed) {
        this.from = new double[capacity];
        this.to = new double[capacity];
        this.worst = new double[capacity];
        this.lines = new Line[capacity];
        this.closed = closed;
    }

    /** A stretch that no line ends in, and the line that serves it; {@code null} if none does. */
    public record Part(Interval stretch, @Nullable Line line) {}

    /**
     * Lines to choose from, in their order.
     *
     * @param all those that parts are cut by
     * @param left those that can be preferred on any part
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Choice(Line[] all, Line[] left) {}

    /** A range that one line serves from end to end, or none at all. */
    static Coverage whole(Span range, @Nullable Line line) {
        Coverage whole = new Coverage(1, true);
        whole.from[0] = range.lower();
        whole.to[0] = range.upper();
        whole.worst[0] = line == null ? Double.POSITIVE_INFINITY : line.stated().overRange();
        whole.lines[0] = line;
        whole.size = 1;
        return whole;
    }

    /** Joins lines, all of which have a range, for the largest part of what is asked. */
    static Coverage of(KindAsked kind, Choice choice, Preference preference) {
        Span asked = kind.range();
        double[] points = kind.points();
        Line[] lines = choice.left;
        double[] cuts = asked == null ? NOWHERE : cuts(asked, points, choice.all);
        Coverage coverage = new Coverage(2 * cuts.length + 1 + points.length, false);
        if (asked != null) {
            coverage.range(asked, cuts, lines, preference);
        }
        for (double point : points) {
            if (asked == null || !asked.contains(point)) {
                coverage.level(point, lines, preference);
            }
        }
        return coverage;
    }

    private void range(Span asked, double[] cuts, Line[] lines, Preference preference) {
        double last = asked.lower();
        for (double cut : cuts) {
            if (last < cut && !Numbers.same(last, cut)) {
                between(last, cut, lines, preference);
            }
            level(cut, lines, preference);
            last = cut;
        }
        if (Double.isInfinite(asked.upper())) {
            between(last, asked.upper(), lines, preference);
        }
    }

    private void between(double lower, double upper, Line[] all, Preference preference) {
        Line best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Line line : all) {
            if (line.span().spans(lower, upper)) {
                double own = line.stated().worst(lower, upper);
                boolean first = best == null || preference.better(line, own, best, least);
                best = first ? line : best;
                least = first ? own : least;
            }
        }
        add(lower, upper, best, least);
    }

    private void level(double level, Line[] all, Preference preference) {
        Line best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Line line : all) {
            if (line.span().contains(level)) {
                double own = line.stated().worst(level, level);
                boolean first = best == null || preference.better(line, own, best, least);
                best = first ? line : best;
                least = first ? own : least;
            }
        }
        add(level, level, best, least);
    }

    private void add(double lower, double upper, @Nullable Line line, double least) {
        from[size] = lower;
        to[size] = upper;
        lines[size] = line;
        worst[size] = least;
        size++;
    }

    private static double[] cuts(Span asked, double[] points, Line[] lines) {
        double[] ends = Arrays.copyOf(points, points.length + 2 + 2 * lines.length);
        int count = points.length;
        ends[count++] = asked.lower();
        ends[count++] = asked.upper();
        for (Line line : lines) {
            ends[count++] = line.span().lower();
            ends[count++] = line.span().upper();
        }
        Arrays.sort(ends);
        int kept = 0;
        for (double end : ends) {
            boolean again = kept > 0 && Numbers.same(ends[kept - 1], end);
            if (!again && Double.isFinite(end) && asked.contains(end)) {
                ends[kept++] = end;
            }
        }
        return Arrays.copyOf(ends, kept);
    }

    /** The parts as intervals. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parts.add(new Part(stretch(i), lines[i]));
        }
        return parts;
    }

    int size() {
        return size;
    }

    double from(int part) {
        return from[part];
    }

    double to(int part) {
        return to[part];
    }

    /** The worst uncertainty of the line chosen for a part; infinite if it cannot be told. */
    double worst(int part) {
        return worst[part];
    }

    @Nullable
    Line line(int part) {
        return lines[part];
    }

    boolean isLevel(int part) {
        return Numbers.same(from[part], to[part]);
    }

    /** A part as an interval. */
    Interval stretch(int part) {
        return new Interval(lower(part), upper(part));
    }

    private Interval.@Nullable End lower(int part) {
        return Double.isInfinite(from[part]) ? null : new Interval.End(from[part], closed || isLevel(part));
    }

    private Interval.@Nullable End upper(int part) {
        return Double.isInfinite(to[part]) ? null : new Interval.End(to[part], closed || isLevel(part));
    }

    /** The lines used, in the order of what they serve. */
    List<Line> used() {
        Line first = null;
        boolean one = true;
        for (int i = 0; i < size; i++) {
            Line line = lines[i];
            first = first == null ? line : first;
            one &= line == null || line == first;
        }
        if (one) {
            return first == null ? List.of() : List.of(first);
        }
        Set<Line> used = new LinkedHashSet<>(Arrays.asList(lines).subList(0, size));
        used.removeIf(Objects::isNull);
        return List.copyOf(used);
    }

    /** COVERED, PARTLY or NOT_COVERED. */
    Verdict verdict() {
        int served = 0;
        for (int i = 0; i < size; i++) {
            served += lines[i] == null ? 0 : 1;
        }
        return served == size ? Verdict.COVERED : served == 0 ? Verdict.NOT_COVERED : Verdict.PARTLY;
    }

    /** How much is served, as a length in the base unit. */
    double width() {
        double width = 0;
        for (int i = 0; i < size; i++) {
            width += lines[i] == null ? 0 : to[i] - from[i];
        }
        return width;
    }

    /** Whether the line chosen for any part is known to be too uncertain there. */
    boolean anyTooUncertain() {
        for (int i = 0; i < size; i++) {
            Line line = lines[i];
            if (line != null && line.stated().tooLarge(worst[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether a level, in the base unit, is served. */
    public boolean serves(double level) {
        return parts().stream()
                .anyMatch(part -> part.line() != null && part.stretch().contains(level));
    }

    /** The longest stretch that is served without a break; {@code null} if nothing is. */
    @Nullable
    public Interval longest() {
        int first = -1;
        int last = -1;
        int run = 0;
        for (int i = 0; i < size; i++) {
            if (lines[i] == null) {
                run = i + 1;
            } else if (first < 0 || run == first || to[i] - from[run] > to[last] - from[first]) {
                first = run;
                last = i;
            }
        }
        return first < 0 ? null : new Interval(lower(first), upper(last));
    }
}
