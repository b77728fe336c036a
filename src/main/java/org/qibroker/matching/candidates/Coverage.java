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
 * of its own, open ends do not join. Parts ascend; points outside the range come last. For one thread.
 */
public final class Coverage {
    private static final double[] NOWHERE = {};
    /** So many lines can be looked at for each part without asking for the time. */
    private static final int MANY = 100;
    /** So many lines can be looked through again for each part. */
    private static final int FEW = 8;

    private final boolean closed;
    private double[] from = NOWHERE;
    private double[] to = NOWHERE;
    private double[] worst = NOWHERE;
    private @Nullable Line[] lines = new Line[0];
    private int size;

    private Coverage(boolean closed) {
        this.closed = closed;
    }

    /** One to join lines in, again and again. */
    static Coverage empty() {
        return new Coverage(false);
    }

    /** Forgets the parts; there is room for so many. */
    private void clear(int capacity) {
        size = 0;
        if (capacity > from.length) {
            from = new double[capacity];
            to = new double[capacity];
            worst = new double[capacity];
            lines = new Line[capacity];
        }
    }

    /** The parts as they are now, whatever is joined in this one later. */
    Coverage kept() {
        Coverage kept = new Coverage(closed);
        kept.from = Arrays.copyOf(from, size);
        kept.to = Arrays.copyOf(to, size);
        kept.worst = Arrays.copyOf(worst, size);
        kept.lines = Arrays.copyOf(lines, size);
        kept.size = size;
        return kept;
    }

    /** A stretch that no line ends in, and the line that serves it; {@code null} if none does. */
    public record Part(Interval stretch, @Nullable Line line) {}

    /** A range that one line serves from end to end, or none at all. */
    static Coverage whole(Span range, @Nullable Line line) {
        Coverage whole = new Coverage(true);
        whole.clear(1);
        whole.from[0] = range.lower();
        whole.to[0] = range.upper();
        whole.worst[0] = line == null ? Double.POSITIVE_INFINITY : line.stated().overRange();
        whole.lines[0] = line;
        whole.size = 1;
        return whole;
    }

    /** Cuts what is asked wherever one of the lines, all of which have a range, begins or ends; no part is served yet. */
    void cut(KindAsked kind, LineList all) {
        Span asked = kind.range();
        double[] points = kind.points();
        double[] cuts = asked == null ? NOWHERE : cuts(asked, points, all);
        clear(2 * cuts.length + 1 + points.length);
        if (asked != null) {
            range(asked, cuts);
        }
        for (double point : points) {
            if (asked == null || !asked.contains(point)) {
                add(point, point);
            }
        }
    }

    private void range(Span asked, double[] cuts) {
        double last = asked.lower();
        for (double cut : cuts) {
            if (last < cut && !Numbers.same(last, cut)) {
                add(last, cut);
            }
            add(cut, cut);
            last = cut;
        }
        if (Double.isInfinite(asked.upper())) {
            add(last, asked.upper());
        }
    }

    private void add(double lower, double upper) {
        from[size] = lower;
        to[size] = upper;
        size++;
    }

    /** Chooses for each part, between what is cut, the line that is preferred; between equals the one that comes first. */
    void choose(LineList left, Preference preference, Patience patience) {
        Arrays.fill(lines, 0, size, null);
        Arrays.fill(worst, 0, size, Double.POSITIVE_INFINITY);
        for (int i = 0; i < left.size(); i++) {
            choose(left.get(i), preference);
            if (left.size() > MANY) {
                patience.check();
            }
        }
    }

    private void choose(Line line, Preference preference) {
        Span span = line.span();
        Stated stated = line.stated();
        for (int part = 0; part < size; part++) {
            Line best = lines[part];
            if (serves(span, part) && (best == null || !preference.behind(line, best))) {
                double own = stated.worst(from[part], to[part]);
                if (best == null || preference.better(line, own, best, worst[part])) {
                    lines[part] = line;
                    worst[part] = own;
                }
            }
        }
    }

    private boolean serves(Span span, int part) {
        return from[part] == to[part] ? span.contains(from[part]) : span.spans(from[part], to[part]);
    }

    private static double[] cuts(Span asked, double[] points, LineList lines) {
        double[] ends = Arrays.copyOf(points, points.length + 2 + 2 * lines.size());
        int count = points.length;
        ends[count++] = asked.lower();
        ends[count++] = asked.upper();
        for (int i = 0; i < lines.size(); i++) {
            Span span = lines.get(i).span();
            ends[count++] = span.lower();
            ends[count++] = span.upper();
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
        List<Line> used = new ArrayList<>(FEW);
        Line last = null;
        for (int i = 0; i < size && used.size() < FEW; i++) {
            Line line = lines[i];
            if (line != null && line != last && !used.contains(line)) {
                used.add(line);
            }
            last = line == null ? last : line;
        }
        return used.size() < FEW ? used : List.copyOf(manyUsed());
    }

    private Set<Line> manyUsed() {
        Set<Line> used = new LinkedHashSet<>(Arrays.asList(lines).subList(0, size));
        used.removeIf(Objects::isNull);
        return used;
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
