package org.qibroker.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter of the outbox, and how far it has come.
 *
 * @param attempts how often it was tried, the one under way counted
 * @param nextAt when it is tried next, absent once it is sent or given up
 * @param error why the last attempt failed
 */
public record Mail(
        UUID id,
        Letter letter,
        State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String error,
        Instant createdAt) {

    /** How far it has come. */
    public enum State {
        /** It is going to be tried. */
        WAITING,
        /** The server has taken it; what it said is forgotten. */
        SENT,
        /** It is not tried any more. */
        FAILED
    }
}
