package org.qibroker.matching.candidates;

import org.qibroker.measure.Numbers;

/** Which of two lines serves a stretch better; neither way is always the one that answers best as a whole. */
enum Preference {
    /** Fewer failures, fewer open questions, smaller uncertainty there; between equals the longer line. */
    BY_TERMS,
    /** One whose uncertainty there is not too large before one whose is; else by terms. */
    BY_UNCERTAINTY;

    /** Whether a line serves what is between two levels, or a level, better than another; with what either is worst there. */
    boolean better(Line a, double ofA, Line b, double ofB) {
        if (this == BY_UNCERTAINTY) {
            boolean first = a.stated().tooLarge(ofA);
            if (first != b.stated().tooLarge(ofB)) {
                return !first;
            }
        }
        int terms = Integer.compare(a.badness(), b.badness());
        return terms == 0 ? finer(a, b, ofA, ofB) : terms < 0;
    }

    /** Whether a line cannot be better than another, whatever its uncertainty. */
    boolean behind(Line a, Line b) {
        return this == BY_TERMS && a.badness() > b.badness();
    }

    /** By terms, over the one range asked. */
    static boolean better(Line a, Line b) {
        int terms = Integer.compare(a.badness(), b.badness());
        return terms == 0 ? finer(a, b, a.stated().overRange(), b.stated().overRange()) : terms < 0;
    }

    private static boolean finer(Line a, Line b, double first, double second) {
        if (Double.isInfinite(first) != Double.isInfinite(second)) {
            return Double.isInfinite(second);
        }
        return Numbers.same(first, second) ? longer(a.span(), b.span()) : first < second;
    }

    private static boolean longer(Span a, Span b) {
        return Double.isInfinite(a.length()) ? !Double.isInfinite(b.length()) : Numbers.less(b.length(), a.length());
    }

    /**
     * Whether a line that covers the one range asked is preferred to another on any part of it, either way. Uncertainties
     * of the form {@code a + b·|x|} are largest on each part at its farthest end; one that is smaller nearest to zero and
     * farthest from it is so between.
     *
     * @param tooLarge whether its uncertainty over the range is known to be too large
     */
    static boolean everywhere(Line line, Line other, Span range, boolean tooLarge) {
        int terms = Integer.compare(line.badness(), other.badness());
        if (terms > 0 || (terms < 0 && !tooLarge)) {
            return terms < 0;
        }
        Stated own = line.stated();
        Stated its = other.stated();
        if (own.text() || its.text()) {
            return own.text() == its.text() ? ahead(line, other) : its.text() && !tooLarge;
        }
        if (!own.straight() || !its.straight()) {
            return false;
        }
        double near = nearestToZero(range);
        boolean farther = Numbers.less(own.overRange(), its.overRange());
        boolean nearer = Numbers.less(own.worst(near, near), its.worst(near, near));
        boolean far = farther || own.overRange() == its.overRange();
        boolean by = nearer || own.worst(near, near) == its.worst(near, near);
        return (farther && nearer) || (terms == 0 && far && by && ahead(line, other));
    }

    /** Whether a line is taken before another of equal terms and uncertainty. */
    private static boolean ahead(Line line, Line other) {
        return longer(line.span(), other.span())
                || (!longer(other.span(), line.span()) && JoinRule.before(line, other));
    }

    private static double nearestToZero(Span range) {
        if (range.contains(0)) {
            return 0;
        }
        return Math.abs(range.lower()) < Math.abs(range.upper()) ? range.lower() : range.upper();
    }
}
