package org.qibroker.quote;

/** Where a request for a quote stands. */
public enum RequestState {
    /** Sent; no offer counts. */
    OPEN,
    /** An offer counts. */
    QUOTED,
    /** The provider makes no offer. */
    DECLINED,
    /** The enterprise asks no more. */
    WITHDRAWN,
    /** Not answered in time, or the offer ran out. */
    EXPIRED,
    /** The offer was taken, wholly or in part. */
    AWARDED,
    /** Others were chosen. */
    NOT_AWARDED;

    /** Whether something may still come of it without asking anew. */
    public boolean live() {
        return this == OPEN || this == QUOTED;
    }
}
