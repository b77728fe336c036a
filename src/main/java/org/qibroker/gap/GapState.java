package org.qibroker.gap;

/** Where a gap stands. */
public enum GapState {
    /** Somebody still wishes. */
    OPEN,
    /** A coordinator named a capability that meets it, and nothing spoke against it since. */
    CLOSED,
    /** All wishes were taken back. */
    WITHDRAWN
}
