package org.qibroker.ledger;

/** Whether an instrument is used. */
public enum InstrumentState {
    /** It is used, and has to be calibrated in time. */
    IN_USE,
    /** Nobody uses it for now. */
    IDLE,
    /** Taken out of use and marked so (封存). */
    SEALED,
    /** It is not used any more. */
    SCRAPPED
}
