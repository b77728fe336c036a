package org.qibroker.account.factor;

/** Whether a user signs in with a second factor. */
public enum FactorState {
    /** No. */
    NONE,
    /** A secret was given out, and no code of it seen yet. */
    PENDING,
    /** Yes. */
    ON
}
