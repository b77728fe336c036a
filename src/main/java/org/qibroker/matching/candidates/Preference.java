package org.qibroker.matching.candidates;

import java.util.List;
import java.util.Objects;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Linear;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.Relative;
import org.qibroker.measure.Uncertainty;

/** Which of two lines serves a stretch better; neither way is always the one that answers best as a whole. */
record Preference(UncertaintyRule rule) {

    /** Fewer failures, fewer open questions, smaller uncertainty there; between equals the longer line. */
    boolean byTerms(Line a, Line b, Interval stretch) {
        int terms = compareTerms(a, b);
        return terms == 0 ? finer(a, b, stretch) : terms < 0;
    }

    /** By failures and open questions alone. */
    static int compareTerms(Line a, Line b) {
        int failures = Integer.compare(a.failures(), b.failures());
        return failures == 0 ? Integer.compare(a.conditions(), b.conditions()) : failures;
    }

    /** Whether a line that covers a range is preferred to all others on any part of it, either way. */
    boolean undisputed(Line line, List<Line> others, Interval range) {
        boolean known = !Double.isInfinite(rule.worst(line, range));
        if (!known && line.uncertainty().form() != Uncertainty.Form.TEXT) {
            return false;
        }
        if (others.size() == 1) {
            return true;
        }
        boolean preferred = !tooLarge(line, range);
        for (Line other : others) {
            preferred &= other == line
                    || Objects.requireNonNull(other.base()).intersect(range).isEmpty()
                    || everywhereBetter(line, other, range);
        }
        return preferred;
    }

    private boolean everywhereBetter(Line line, Line other, Interval range) {
        int terms = compareTerms(line, other);
        return terms == 0 ? finerEverywhere(line, other, range) : terms < 0;
    }

    /**
     * Whether the uncertainty of a line is smaller on any part of a range. Uncertainties of the form {@code a + b·|x|} are
     * largest on each part at its farthest end; one that is smaller nearest to zero and farthest from it is so between.
     */
    private boolean finerEverywhere(Line line, Line other, Interval range) {
        if (other.uncertainty().form() == Uncertainty.Form.TEXT) {
            return line.uncertainty().form() != Uncertainty.Form.TEXT;
        }
        boolean absolute = rule.limit() == null || !rule.limit().relative();
        if (!absolute || !straight(line.uncertainty()) || !straight(other.uncertainty())) {
            return false;
        }
        Interval nearest = Interval.point(range.contains(0) ? 0 : nearest(range));
        return Numbers.less(rule.worst(line, range), rule.worst(other, range))
                && Numbers.less(rule.worst(line, nearest), rule.worst(other, nearest));
    }

    private static boolean straight(Uncertainty uncertainty) {
        return uncertainty instanceof Constant
                || uncertainty instanceof Relative
                || (uncertainty instanceof Linear linear && linear.zero() == 0);
    }

    private static double nearest(Interval range) {
        double lower = Objects.requireNonNull(range.lower()).value();
        double upper = Objects.requireNonNull(range.upper()).value();
        return Math.abs(lower) < Math.abs(upper) ? lower : upper;
    }

    /** One whose uncertainty there is not too large before one whose is; else by terms. */
    boolean byUncertainty(Line a, Line b, Interval stretch) {
        boolean first = tooLarge(a, stretch);
        return first == tooLarge(b, stretch) ? byTerms(a, b, stretch) : !first;
    }

    private boolean tooLarge(Line line, Interval stretch) {
        double worst = rule.worst(line, stretch);
        Limit limit = rule.limit();
        return limit != null && !Double.isInfinite(worst) && !limit.admits(worst);
    }

    private boolean finer(Line a, Line b, Interval stretch) {
        double first = rule.worst(a, stretch);
        double second = rule.worst(b, stretch);
        if (Double.isInfinite(first) != Double.isInfinite(second)) {
            return Double.isInfinite(second);
        }
        return Numbers.same(first, second) ? longer(a, b) : first < second;
    }

    private static boolean longer(Line a, Line b) {
        double first = Objects.requireNonNull(a.base()).length();
        double second = Objects.requireNonNull(b.base()).length();
        return Double.isInfinite(first) ? !Double.isInfinite(second) : Numbers.less(second, first);
    }
}
