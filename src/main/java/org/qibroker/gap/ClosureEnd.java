package org.qibroker.gap;

/** Why a closure does not hold any more. */
public enum ClosureEnd {
    /** The capability does not hold any more. */
    CAPABILITY_ENDED,
    /** A coordinator opened the gap again. */
    COORDINATOR,
    /** The gap was wished for again, and closed anew. */
    CLOSED_ANEW
}
