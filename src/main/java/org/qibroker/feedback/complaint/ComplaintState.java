package org.qibroker.feedback.complaint;

/** Where a complaint stands. */
public enum ComplaintState {
    /** The provider has to say that it has it. */
    RECEIVED,
    /** The provider looks into it. */
    ACKNOWLEDGED,
    /** The provider has answered; the enterprise agrees, or asks for mediation. */
    ANSWERED,
    /** A coordinator decides. */
    MEDIATION,
    /** It is settled. */
    CLOSED
}
