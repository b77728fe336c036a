package org.qibroker.report.conformity;

/** How the measurement uncertainty counts when conformity is stated (ISO/IEC 17025:2017, 3.7). */
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
