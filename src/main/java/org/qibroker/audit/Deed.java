package org.qibroker.audit;

/** What somebody did, in the roughest terms. */
public enum Deed {
    /** Changed something. */
    CHANGED,
    /** Looked at a record of others. */
    SEEN,
    /** Took a file along. */
    TAKEN
}
