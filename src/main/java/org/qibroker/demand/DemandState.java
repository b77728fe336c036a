package org.qibroker.demand;

/** Where a demand is in its life. */
public enum DemandState {
    /** Being written; only its enterprise sees it. */
    DRAFT,
    /** Matched, and open for bookings. */
    SUBMITTED,
    /** Quotes were asked for. */
    QUOTING,
    /** Some items are booked. */
    PARTLY_BOOKED,
    /** All items are booked. */
    BOOKED,
    /** The work on all items is completed. */
    FULFILLED,
    /** Given up before any booking. */
    CANCELLED,
    /** Ended by the enterprise, with what is left open. */
    CLOSED;

    /** Whether nothing can follow. */
    public boolean ended() {
        return this == CANCELLED || this == CLOSED || this == FULFILLED;
    }
}
