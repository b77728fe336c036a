package org.qibroker.matching.bundle;

import java.time.Duration;

/** When a search has to end. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return left() <= 0;
    }

    /** Nanoseconds left. */
    long left() {
        return nanos - System.nanoTime();
    }

    /** A deadline when so many parts of ten of the time left have passed. */
    Deadline tenths(int parts) {
        return new Deadline(nanos - left() * (10 - parts) / 10);
    }
}
