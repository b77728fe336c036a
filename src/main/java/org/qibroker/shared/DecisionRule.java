package org.qibroker.shared;

/**
 * How the measurement uncertainty counts when conformity is stated (ISO/IEC 17025:2017, 3.7): agreed before the work
 * (7.1.3), applied to the results (7.8.6). The guard band w is U, the expanded uncertainty with k = 2.
 */
public enum DecisionRule {
    /** Not at all: a value within the tolerance passes (ILAC-G8:09/2019, 4.2.1). */
    SIMPLE_ACCEPTANCE,
    /** A value passes if it is within the tolerance by the guard band w = U, else it fails (4.2.2). */
    GUARDED_ACCEPTANCE,
    /** With the guard band w = U on both sides of a limit, between which it passes or fails on condition (4.2.3). */
    GUARDED_NON_BINARY;

    /** Whether it needs the uncertainty of each value. */
    public boolean needsUncertainty() {
        return this != SIMPLE_ACCEPTANCE;
    }
}
