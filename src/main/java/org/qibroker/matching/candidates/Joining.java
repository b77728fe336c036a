package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Numbers;

/**
 * What is asked, cut wherever a line begins or ends, while lines are chosen for the parts. Since each end is a part of its
 * own, open ends do not join. Parts ascend; points outside the range come last. Used again and again; what is kept is its
 * {@link #kept}. For one thread.
 */
final class Joining {
    private static final double[] NOWHERE = {};
    /** So many lines can be looked at for each part without asking for the time. */
    private static final int MANY = 100;

    private double[] ends = NOWHERE;
    private double[] from = NOWHERE;
    private double[] to = NOWHERE;
    private double[] worst = NOWHERE;
    private @Nullable Row[] rows = new Row[0];
    private int size;
    private double asked;

    /** Cuts what is asked wherever one of the lines, all of which have a range, begins or ends; no part is served yet. */
    void cut(KindAsked kind, Rows all) {
        Span range = kind.range();
        double[] points = kind.points();
        int cuts = range == null ? 0 : cuts(range, points, all);
        clear(2 * cuts + 1 + points.length);
        asked = range == null ? 0 : range.length();
        if (range != null) {
            cut(range, cuts);
        }
        for (double point : points) {
            if (range == null || !range.contains(point)) {
                add(point, point);
            }
        }
    }

    /** Forgets the parts; there is room for so many. */
    private void clear(int capacity) {
        size = 0;
        if (capacity > from.length) {
            from = new double[2 * capacity];
            to = new double[2 * capacity];
            worst = new double[2 * capacity];
            rows = new Row[2 * capacity];
        }
    }

    /** Finds where it is cut, in order; how often. */
    private int cuts(Span range, double[] points, Rows all) {
        int most = points.length + 2 + 2 * all.size();
        if (most > ends.length) {
            ends = new double[2 * most];
        }
        int count = 0;
        for (double point : points) {
            count = end(point, range, count);
        }
        count = end(range.lower(), range, count);
        count = end(range.upper(), range, count);
        for (int i = 0; i < all.size(); i++) {
            Span span = all.get(i).span();
            count = end(span.lower(), range, count);
            count = end(span.upper(), range, count);
        }
        Arrays.sort(ends, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || !Numbers.same(ends[kept - 1], ends[i])) {
                ends[kept++] = ends[i];
            }
        }
        return kept;
    }

    private int end(double end, Span range, int count) {
        ends[count] = end;
        return Double.isFinite(end) && range.contains(end) ? count + 1 : count;
    }

    private void cut(Span range, int cuts) {
        double last = range.lower();
        for (int i = 0; i < cuts; i++) {
            double cut = ends[i];
            if (last < cut && !Numbers.same(last, cut)) {
                add(last, cut);
            }
            add(cut, cut);
            last = cut;
        }
        if (Double.isInfinite(range.upper())) {
            add(last, range.upper());
        }
    }

    private void add(double lower, double upper) {
        from[size] = lower;
        to[size] = upper;
        size++;
    }

    /** Chooses for each part, between what is cut, the line that is preferred; between equals the one that comes first. */
    void choose(Rows able, Preference preference, Patience patience) {
        Arrays.fill(rows, 0, size, null);
        Arrays.fill(worst, 0, size, Double.POSITIVE_INFINITY);
        for (int i = 0; i < able.size(); i++) {
            choose(able.get(i), preference);
            if (able.size() > MANY) {
                patience.check();
            }
        }
    }

    private void choose(Row row, Preference preference) {
        Span span = row.span();
        for (int part = 0; part < size; part++) {
            Row best = rows[part];
            if (serves(span, part) && (best == null || !preference.behind(row, best))) {
                double own = row.worst(from[part], to[part]);
                if (best == null || preference.better(row, own, best, worst[part])) {
                    rows[part] = row;
                    worst[part] = own;
                }
            }
        }
    }

    private boolean serves(Span span, int part) {
        return from[part] == to[part] ? span.contains(from[part]) : span.spans(from[part], to[part]);
    }

    int size() {
        return size;
    }

    @Nullable
    Row row(int part) {
        return rows[part];
    }

    /** The worst uncertainty of the line chosen for a part; infinite if it cannot be told. */
    double worst(int part) {
        return worst[part];
    }

    /** Whether a part is a level that is the same as another. */
    boolean isLevel(int part, double level) {
        return Numbers.same(from[part], to[part]) && Numbers.same(level, from[part]);
    }

    /** COVERED, PARTLY or NOT_COVERED. */
    Verdict verdict() {
        int served = 0;
        for (int part = 0; part < size; part++) {
            served += rows[part] == null ? 0 : 1;
        }
        return served == size ? Verdict.COVERED : served == 0 ? Verdict.NOT_COVERED : Verdict.PARTLY;
    }

    /** How much is served, as a length in the base unit. */
    double width() {
        double width = 0;
        boolean all = true;
        for (int part = 0; part < size; part++) {
            width += rows[part] == null ? 0 : to[part] - from[part];
            all &= rows[part] != null;
        }
        return all ? asked : width;
    }

    /** The verdicts of all lines chosen, of each criterion the worst. */
    long verdicts() {
        long verdicts = Verdicts.NONE;
        Row last = null;
        for (int part = 0; part < size; part++) {
            Row row = rows[part];
            if (row != null && row != last) {
                verdicts = Verdicts.worst(verdicts, row.verdicts());
                last = row;
            }
        }
        return verdicts;
    }

    /** The line chosen for the first part that is served, which one is. */
    Row first() {
        int part = 0;
        while (rows[part] == null) {
            part++;
        }
        return Objects.requireNonNull(rows[part]);
    }

    /** Whether there is a part for which a line was chosen that is known to be too uncertain there, and another is not. */
    boolean canBeFiner(Rows able) {
        for (int part = 0; part < size; part++) {
            Row row = rows[part];
            if (row != null && row.tooLarge(worst[part]) && anyFiner(able, part)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyFiner(Rows able, int part) {
        for (int i = 0; i < able.size(); i++) {
            Row row = able.get(i);
            if (serves(row.span(), part) && !row.tooLarge(row.worst(from[part], to[part]))) {
                return true;
            }
        }
        return false;
    }

    /** The lines chosen, in the order of what they serve. */
    List<Line> used() {
        List<Line> used = new ArrayList<>();
        for (int part = 0; part < size; part++) {
            Row row = rows[part];
            if (row != null && !usedBefore(row, part)) {
                used.add(row.line());
            }
        }
        return used;
    }

    private boolean usedBefore(Row row, int part) {
        int before = part - 1;
        while (before >= 0 && rows[before] != row) {
            before--;
        }
        return before >= 0;
    }

    /** What serves the item in this way. */
    Serving serving(UncertaintyRule rule) {
        return new Serving.Joined(used(), kept(), rule.found(this));
    }

    /** The parts as they are now, whatever is joined in this one later. */
    Coverage kept() {
        @Nullable Line[] lines = new Line[size];
        for (int part = 0; part < size; part++) {
            Row row = rows[part];
            lines[part] = row == null ? null : row.line();
        }
        return new Coverage(Arrays.copyOf(from, size), Arrays.copyOf(to, size), lines, false);
    }

    double from(int part) {
        return from[part];
    }

    double to(int part) {
        return to[part];
    }
}
