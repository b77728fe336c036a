package org.qibroker.account.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation's statements stand.
 *
 * @param reason why they were refused
 * @param decidedAt when somebody last decided
 */
public record Verification(State state, @Nullable String reason, @Nullable Instant decidedAt) {
    /** Nobody has looked yet. */
    public static final Verification STATED = new Verification(State.STATED, null, null);

    /** How they stand. */
    public enum State {
        /** As the organisation says; nobody has looked. */
        STATED,
        /** A coordinator has found them true. */
        VERIFIED,
        /** A coordinator has not. */
        REFUSED
    }
}
