package org.qibroker.matching.candidates;

import org.qibroker.measure.Numbers;

/** Which of two lines serves a stretch better; neither way is always the one that answers best as a whole. */
enum Preference {
    /** Fewer failures, fewer open questions, smaller uncertainty there; between equals the longer line. */
    BY_TERMS,
    /** One whose uncertainty there is not too large before one whose is; else by terms. */
    BY_UNCERTAINTY;

    /** Whether a line serves what is between two levels, or a level, better than another; with what either is worst there. */
    boolean better(Row a, double ofA, Row b, double ofB) {
        if (this == BY_UNCERTAINTY) {
            boolean first = a.tooLarge(ofA);
            if (first != b.tooLarge(ofB)) {
                return !first;
            }
        }
        return a.badness() == b.badness() ? finer(a, b, ofA, ofB) : a.badness() < b.badness();
    }

    /** Whether a line cannot be better than another, whatever its uncertainty. */
    boolean behind(Row a, Row b) {
        return this == BY_TERMS && a.badness() > b.badness();
    }

    /** By terms, over the one range asked. */
    static boolean better(Row a, Row b) {
        return a.badness() == b.badness() ? finer(a, b, a.overRange(), b.overRange()) : a.badness() < b.badness();
    }

    private static boolean finer(Row a, Row b, double first, double second) {
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
    static boolean everywhere(Row line, Row other, boolean tooLarge) {
        int terms = Integer.compare(line.badness(), other.badness());
        if (terms > 0 || (terms < 0 && !tooLarge)) {
            return terms < 0;
        }
        if (line.text() || other.text()) {
            return line.text() == other.text() ? ahead(line, other) : other.text() && !tooLarge;
        }
        if (!line.straight() || !other.straight()) {
            return false;
        }
        boolean farther = Numbers.less(line.overRange(), other.overRange());
        boolean nearer = Numbers.less(line.nearest(), other.nearest());
        boolean far = farther || line.overRange() == other.overRange();
        boolean by = nearer || line.nearest() == other.nearest();
        return (farther && nearer) || (terms == 0 && far && by && ahead(line, other));
    }

    /** Whether a line is taken before another of equal terms and uncertainty. */
    private static boolean ahead(Row line, Row other) {
        return longer(line.span(), other.span())
                || (!longer(other.span(), line.span()) && Row.compare(line, other) < 0);
    }
}
