package org.qibroker.account;

import io.vertx.core.Future;
import java.time.Duration;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.shared.Caller;

/** The door at which organisations register themselves; limited by address, because each costs a password hash. */
final class Registrations {
    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit(20, Duration.ofMinutes(1));

    private final Organisations organisations;
    private final RateLimiter attempts;

    Registrations(Platform platform, Organisations organisations) {
        this.organisations = organisations;
        this.attempts = RateLimiter.shared(platform.vertx(), "registration", platform.clock(), LIMIT);
    }

    /** As {@link Organisations#register}; fails TOO_MANY if an address registers too often. */
    Future<Organisation> register(RegisterOrganisation command, Caller caller, String from) {
        attempts.check(from);
        return organisations.register(command, caller);
    }
}
