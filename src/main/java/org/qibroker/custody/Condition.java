package org.qibroker.custody;

/** How a sample was found when the parcel was opened (ISO/IEC 17025:2017, 7.4.3). */
public enum Condition {
    /** As it should be. */
    GOOD,
    /** Damaged, but there. */
    DAMAGED,
    /** Not what was announced. */
    WRONG,
    /** Not in the parcel. */
    MISSING;

    /** Whether there is something that can be worked on. */
    public boolean workable() {
        return this == GOOD || this == DAMAGED;
    }
}
