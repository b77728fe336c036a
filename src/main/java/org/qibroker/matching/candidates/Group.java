package org.qibroker.matching.candidates;

import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Numbers;

/**
 * Lines of a site that may be joined, and the most that can be expected of them together before they are. Filled again
 * for the next ones. For one thread.
 */
final class Group {
    private int from;
    private int to;
    private int count;
    private @Nullable Row first;
    private int least;
    private double lower;
    private double upper;
    private double atLower;
    private double atUpper;
    private KindAsked asked;

    /** One to be filled. */
    Group(KindAsked asked) {
        this.asked = asked;
    }

    /** Takes the rows from one on that are of its group, in their order. */
    void take(Rows rows, int begin) {
        Row one = rows.get(begin);
        from = begin;
        to = begin;
        count = 0;
        first = null;
        least = Integer.MAX_VALUE;
        lower = Double.POSITIVE_INFINITY;
        upper = Double.NEGATIVE_INFINITY;
        atLower = Double.POSITIVE_INFINITY;
        atUpper = Double.POSITIVE_INFINITY;
        asked = one.asked();
        while (to < rows.size() && rows.get(to).group() == one.group()) {
            look(rows.get(to++));
        }
    }

    private void look(Row row) {
        Span range = asked.plain();
        if (range != null && !row.meets()) {
            return;
        }
        count++;
        least = Math.min(least, row.badness());
        if (range != null) {
            lower = Math.min(lower, row.span().lower());
            upper = Math.max(upper, row.span().upper());
            atLower = finer(atLower, row, range.lower());
            atUpper = finer(atUpper, row, range.upper());
            first = row.covers() && (first == null || Preference.better(row, first)) ? row : first;
        }
    }

    /** The smaller uncertainty of lines at a level; none can be told of if that of one of them is not known beforehand. */
    private static double finer(double known, Row row, double level) {
        if (!row.span().contains(level)) {
            return known;
        }
        return row.straight() ? Math.min(known, row.worst(level, level)) : 0;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** How many of them have anything in common with the range, if that is all that is asked; all of them otherwise. */
    int count() {
        return count;
    }

    KindAsked asked() {
        return asked;
    }

    /** The line that serves the one range asked best by itself; {@code null} if none does. */
    @Nullable
    Row first() {
        return first;
    }

    /**
     * Whether a way that is known is better than whatever they can do together.
     *
     * @param all whether all of them are used where they can be, so that what is there at an end counts
     */
    boolean hopeless(@Nullable Standing known, boolean all) {
        if (known == null) {
            return false;
        }
        Span range = asked.plain();
        double finest = all ? Math.max(bound(atLower), bound(atUpper)) : 0;
        boolean shorter = range != null && (Numbers.less(range.lower(), lower) || Numbers.less(upper, range.upper()));
        int failures = Row.failures(least) + (shorter ? 1 : 0) + (asked.tooLarge(finest) ? 1 : 0);
        int open = Row.open(least);
        if (failures != known.failures()) {
            return failures > known.failures();
        }
        if (failures == 0 && open != known.open()) {
            return open > known.open();
        }
        return range != null && behind(known, widest(range), open, finest);
    }

    /** Of two that fail equally often the way known is the better one. */
    private static boolean behind(Standing known, double width, int open, double finest) {
        if (!Numbers.same(width, known.width())) {
            return width < known.width();
        }
        return open == known.open() ? Numbers.less(known.worst(), finest) : open > known.open();
    }

    private double widest(Span range) {
        return Math.min(upper, range.upper()) - Math.max(lower, range.lower());
    }

    /** No line at all says nothing. */
    private static double bound(double finest) {
        return Double.isInfinite(finest) ? 0 : finest;
    }
}
