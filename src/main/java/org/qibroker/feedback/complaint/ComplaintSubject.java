package org.qibroker.feedback.complaint;

/** What a complaint is about. */
public enum ComplaintSubject {
    /** The result or the report. */
    RESULT,
    /** Delays. */
    TIME,
    /** How people were treated. */
    CONDUCT,
    /** What was charged. */
    PRICE,
    /** Anything else. */
    OTHER
}
