package org.qibroker.matching.watch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.platform.Platform;
import org.qibroker.shared.RegionTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets something be looked at again whenever scopes have changed or a day has begun. Any number of nodes may run one, as
 * long as what follows from a round happens once.
 */
public final class ScopeClock {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeClock.class);

    private final Platform platform;
    private final Supplier<ScopeView> scopes;
    private final String what;
    private final Supplier<Future<Void>> round;
    private @Nullable Seen seen;
    private long timer = -1;
    private Future<Void> running = Future.succeededFuture();

    /**
     * A clock that does not run before it is started.
     *
     * @param what is looked at, for the log
     * @param round looks at all of it
     */
    public ScopeClock(Platform platform, Supplier<ScopeView> scopes, String what, Supplier<Future<Void>> round) {
        this.platform = platform;
        this.scopes = scopes;
        this.what = what;
        this.round = round;
    }

    private record Seen(ScopeView scopes, LocalDate day) {}

    /** Looks every so often, from now on. */
    public void start(Duration every) {
        timer = platform.vertx().setPeriodic(every.toMillis(), id -> look());
    }

    /** Looks no more; done when what it is at has ended. */
    public Future<Void> stop() {
        platform.vertx().cancelTimer(timer);
        return running.otherwiseEmpty();
    }

    private void look() {
        Seen now = new Seen(scopes.get(), RegionTime.day(platform.clock().instant()));
        boolean same =
                seen != null && seen.scopes() == now.scopes() && seen.day().equals(now.day());
        if (running.isComplete() && !same) {
            running = round.get()
                    .onSuccess(done -> seen = now)
                    .onFailure(failure -> LOG.error("a round of {} failed", what, failure));
        }
    }
}
