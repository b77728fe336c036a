package org.qibroker.report.conformity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is stated about a value, or about all of them; the better before the worse. */
public enum Conformity {
    /** It conforms. */
    PASS,
    /** It is within the tolerance, but nearer to a limit than the guard band. */
    CONDITIONAL_PASS,
    /** It is outside the tolerance, but nearer to the limit than the guard band. */
    CONDITIONAL_FAIL,
    /** It does not conform. */
    FAIL;

    /** What is stated about all, which is as good as the worst of them; nothing about none. */
    static Optional<Conformity> worst(List<Conformity> all) {
        return all.stream().max(Comparator.naturalOrder());
    }
}
