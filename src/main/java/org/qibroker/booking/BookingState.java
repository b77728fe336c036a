package org.qibroker.booking;

/** Where a booking stands. */
public enum BookingState {
    /** Asked for; the provider's answer is awaited. */
    REQUESTED,
    /** Agreed; the work has not begun. */
    ACCEPTED,
    /** The provider does not take it. */
    DECLINED,
    /** The provider did not answer in time. */
    EXPIRED,
    /** Called off. */
    CANCELLED,
    /** The sample is there, or the work on site has begun. */
    IN_PROGRESS,
    /** The work waits for somebody. */
    ON_HOLD,
    /** A draft of the report waits for the enterprise. */
    DRAFTED,
    /** The report is issued. */
    REPORTED,
    /** The report is accepted, or 14 days have passed. */
    COMPLETED,
    /** The enterprise objects to the report. */
    DISPUTED;

    /** Whether nothing more is going to happen, unless a completed booking's report is reissued or withdrawn. */
    public boolean ended() {
        return this == DECLINED || this == EXPIRED || this == CANCELLED || this == COMPLETED;
    }
}
