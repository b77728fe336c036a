package org.qibroker.custody;

/** Who has a sample. */
public enum SampleState {
    /** The enterprise, with the label on it. */
    PREPARED,
    /** A carrier, on the way to the laboratory. */
    DISPATCHED,
    /** The laboratory; its condition is recorded. */
    RECEIVED,
    /** Those who work on it. */
    IN_LAB,
    /** On its way back, or back with the enterprise. */
    RETURNED,
    /** Nobody: it was disposed of. */
    DISPOSED,
    /** Nobody knows. */
    LOST;

    /** Whether the laboratory has yet to get it. */
    public boolean onItsWay() {
        return this == PREPARED || this == DISPATCHED;
    }
}
