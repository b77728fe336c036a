package org.qibroker.notify.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox.
 *
 * @param position of the event that it tells of
 * @param userId whom it is for
 * @param attempts how often it was tried, the one under way counted
 * @param nextAt when it is tried next, absent once it is sent or given up
 * @param error why the last attempt failed
 */
public record Mail(
        UUID id,
        long position,
        UUID userId,
        State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String error,
        Instant createdAt) {

    /** How far it has come. */
    public enum State {
        /** It is going to be tried. */
        WAITING,
        /** The server has taken it. */
        SENT,
        /** It is not tried any more. */
        FAILED
    }
}
