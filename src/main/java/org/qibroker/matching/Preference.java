package org.qibroker.matching;

import java.util.Objects;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;

/** Which of two lines serves a stretch better; neither way is always the one that answers best as a whole. */
record Preference(UncertaintyRule rule) {

    /** Fewer failures, fewer open questions, smaller uncertainty there; between equals the longer line. */
    boolean byTerms(Line a, Line b, Interval stretch) {
        if (a.failures() != b.failures()) {
            return a.failures() < b.failures();
        }
        if (a.conditions() != b.conditions()) {
            return a.conditions() < b.conditions();
        }
        return finer(a, b, stretch);
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
