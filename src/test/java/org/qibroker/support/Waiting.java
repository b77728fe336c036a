package org.qibroker.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens after an answer. */
public final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Waiting() {}

    /** Looks again and again until it is so; fails the test if it is not in time. */
    public static void until(BooleanSupplier condition) {
        until(condition, LONGEST);
    }

    /** The same for what may take longer. */
    static void until(BooleanSupplier condition, Duration longest) {
        long giveUp = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("not so within " + longest);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
