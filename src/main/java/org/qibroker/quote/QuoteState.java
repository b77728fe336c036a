package org.qibroker.quote;

/** Where an offer stands. */
public enum QuoteState {
    /** It counts. */
    OFFERED,
    /** A later revision counts. */
    SUPERSEDED,
    /** Taken back by the provider. */
    WITHDRAWN,
    /** Its last day has passed. */
    EXPIRED,
    /** Taken, wholly or in part; what is left of it can be taken while it is valid. */
    AWARDED,
    /** Others were chosen, or nobody was. */
    NOT_AWARDED;

    /** Whether it is the one of its request that counts. */
    public boolean counts() {
        return this == OFFERED || this == AWARDED;
    }
}
