package org.qibroker.account.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is signed in.
 *
 * @param id to end it by
 * @param endsAt when it ends by itself
 * @param agent what the browser or program calls itself
 * @param current whether it is the one that asks
 */
public record Session(UUID id, Kind kind, Instant startedAt, Instant endsAt, @Nullable String agent, boolean current) {
    /** With what somebody is signed in. */
    public enum Kind {
        /** A browser, by cookie. */
        BROWSER,
        /** A program, by tokens; what it holds ends within the life of an access token. */
        APPLICATION
    }
}
