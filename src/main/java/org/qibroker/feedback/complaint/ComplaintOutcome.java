package org.qibroker.feedback.complaint;

/** What came of a complaint. */
public enum ComplaintOutcome {
    /** It was right. */
    UPHELD,
    /** Some of it was right. */
    PARTLY_UPHELD,
    /** It was not right. */
    NOT_UPHELD,
    /** The enterprise took it back. */
    WITHDRAWN
}
