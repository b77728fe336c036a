package org.qibroker.matching.watch;

/** Where a watch stands. */
public enum WatchState {
    /** Nobody can do it yet. */
    WAITING,
    /** Somebody can, and the enterprise was told. */
    MET,
    /** The enterprise does not wait any more. */
    ENDED
}
