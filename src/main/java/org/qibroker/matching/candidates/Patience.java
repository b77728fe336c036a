package org.qibroker.matching.candidates;

import java.time.Duration;
import org.qibroker.shared.Refusal;

/** How long a match may take. Some of that is kept for what has to follow, so that it is over in time whatever is asked. */
public final class Patience {
    private static final Duration LITTLE = Duration.ofMillis(20);
    /** Kept for the plans for the whole request, and for putting the answer together. */
    private static final Duration REST = Duration.ofMillis(800);
    /** Kept for putting the answer together. */
    private static final Duration LAST = Duration.ofMillis(400);

    private static final Patience ENDLESS = new Patience(0, false);

    private final long until;
    private final boolean limited;

    private Patience(long until, boolean limited) {
        this.until = until;
        this.limited = limited;
    }

    /** As long as it takes. */
    public static Patience endless() {
        return ENDLESS;
    }

    /** So long from now on. */
    public static Patience of(Duration duration) {
        return new Patience(System.nanoTime() + duration.toNanos(), true);
    }

    /** How long something may take that needs no longer than so long, and no less than a little. */
    public Duration within(Duration most) {
        Duration left = limited ? Duration.ofNanos(until - System.nanoTime()).minus(LAST) : most;
        Duration atMost = left.compareTo(most) < 0 ? left : most;
        return atMost.compareTo(LITTLE) < 0 ? LITTLE : atMost;
    }

    /**
     * To be asked every now and then until all items are answered.
     *
     * @throws Refusal BAD_INPUT at the items if it takes too long
     */
    public void check() {
        if (limited && System.nanoTime() - until + REST.toNanos() > 0) {
            throw Refusal.badInput("/items", "match-too-large");
        }
    }
}
