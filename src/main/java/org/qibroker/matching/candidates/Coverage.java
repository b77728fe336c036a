package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;

/**
 * What is asked, cut wherever a line begins or ends, and for each part the line that serves it. Parts ascend; points
 * outside the range come last. Immutable.
 */
public final class Coverage {
    private final double[] from;
    private final double[] to;
    private final @Nullable Line[] lines;
    private final boolean closed;

    /**
     * Some parts.
     *
     * @param lines that serve them; {@code null} where none does
     * @param closed whether ends are not parts of their own
     */
    Coverage(double[] from, double[] to, @Nullable Line[] lines, boolean closed) {
        this.from = from;
        this.to = to;
        this.lines = lines;
        this.closed = closed;
    }

    /** A stretch that no line ends in, and the line that serves it; {@code null} if none does. */
    public record Part(Interval stretch, @Nullable Line line) {}

    /** A range that one line serves from end to end, or none at all. */
    static Coverage whole(Span range, @Nullable Line line) {
        return new Coverage(new double[] {range.lower()}, new double[] {range.upper()}, new Line[] {line}, true);
    }

    /** The parts as intervals. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            parts.add(new Part(new Interval(lower(i), upper(i)), lines[i]));
        }
        return parts;
    }

    private boolean isLevel(int part) {
        return Numbers.same(from[part], to[part]);
    }

    private Interval.@Nullable End lower(int part) {
        return Double.isInfinite(from[part]) ? null : new Interval.End(from[part], closed || isLevel(part));
    }

    private Interval.@Nullable End upper(int part) {
        return Double.isInfinite(to[part]) ? null : new Interval.End(to[part], closed || isLevel(part));
    }

    /** The lines used, in the order of what they serve. */
    List<Line> used() {
        return Arrays.stream(lines).filter(Objects::nonNull).distinct().toList();
    }

    /** COVERED, PARTLY or NOT_COVERED. */
    Verdict verdict() {
        int served = 0;
        for (Line line : lines) {
            served += line == null ? 0 : 1;
        }
        return served == lines.length ? Verdict.COVERED : served == 0 ? Verdict.NOT_COVERED : Verdict.PARTLY;
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
        for (int i = 0; i < lines.length; i++) {
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
