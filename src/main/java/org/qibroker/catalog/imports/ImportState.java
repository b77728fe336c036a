package org.qibroker.catalog.imports;

/** How far an import is. */
public enum ImportState {
    /** Taken, not begun. */
    QUEUED,
    /** Being read and written. */
    RUNNING,
    /** Read; its lines wait for someone to confirm them. */
    AWAITING_CONFIRMATION,
    /** Done; unless it was a dry run its lines are published. */
    DONE,
    /** Nothing was published; the import says why. */
    FAILED,
    /** Given up; nothing was published. */
    CANCELLED;

    /** Whether something still happens without anybody's doing. */
    public boolean working() {
        return this == QUEUED || this == RUNNING;
    }

    /** Whether nothing more will happen. */
    public boolean finished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
