package org.qibroker.quote.award;

/** Why somebody else was chosen; tells nothing of what the other offered. */
public enum Loss {
    /** Another was cheaper. */
    PRICE,
    /** Another is done earlier. */
    FINISH,
    /** Another is more accurate. */
    UNCERTAINTY,
    /** Another was chosen, though not by any of these. */
    OTHER_CHOSEN,
    /** No offer had come by then. */
    NOT_ANSWERED
}
