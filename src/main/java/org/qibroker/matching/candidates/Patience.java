package org.qibroker.matching.candidates;

import java.time.Duration;
import org.qibroker.shared.Refusal;

/** How long a match may take. */
public final class Patience {
    private final long until;
    private final boolean limited;

    private Patience(long until, boolean limited) {
        this.until = until;
        this.limited = limited;
    }

    /** As long as it takes. */
    public static Patience endless() {
        return new Patience(0, false);
    }

    /** So long from now on. */
    public static Patience of(Duration duration) {
        return new Patience(System.nanoTime() + duration.toNanos(), true);
    }

    /**
     * To be asked every now and then.
     *
     * @throws Refusal BAD_INPUT at the items if it takes too long
     */
    void check() {
        if (limited && System.nanoTime() - until > 0) {
            throw Refusal.badInput("/items", "match-too-large");
        }
    }
}
