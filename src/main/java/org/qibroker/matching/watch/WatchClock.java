package org.qibroker.matching.watch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches what waits again whenever scopes have changed or a day has begun. Any number of nodes may run one; each watch
 * is met once.
 */
public final class WatchClock {
    private static final Logger LOG = LoggerFactory.getLogger(WatchClock.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 100;

    private final Platform platform;
    private final Watches watches;
    private final Matching matching;
    private final Supplier<ScopeView> scopes;
    private @Nullable Seen seen;
    private long timer = -1;
    private Future<Void> round = Future.succeededFuture();

    WatchClock(Platform platform, Watches watches, Matching matching, Supplier<ScopeView> scopes) {
        this.platform = platform;
        this.watches = watches;
        this.matching = matching;
        this.scopes = scopes;
    }

    private record Seen(ScopeView scopes, LocalDate day) {}

    /** Looks every so often, from now on. */
    public void start(Duration every) {
        timer = platform.vertx().setPeriodic(every.toMillis(), id -> look());
    }

    /** Looks no more; done when what it is at has ended. */
    public Future<Void> stop() {
        platform.vertx().cancelTimer(timer);
        return round.otherwiseEmpty();
    }

    private void look() {
        Seen now = new Seen(scopes.get(), LocalDate.ofInstant(platform.clock().instant(), ZONE));
        boolean same =
                seen != null && seen.scopes() == now.scopes() && seen.day().equals(now.day());
        if (round.isComplete() && !same) {
            round = after(FIRST)
                    .onSuccess(done -> seen = now)
                    .onFailure(failure -> LOG.error("what is waited for could not be matched", failure));
        }
    }

    private Future<Void> after(UUID last) {
        return platform.database()
                .read(client -> WatchRepository.waiting(client, last, BATCH))
                .compose(this::matchAll)
                .compose(end -> end == null ? Future.succeededFuture() : after(end));
    }

    /** The last of a full batch; absent when there are no more. */
    private Future<@Nullable UUID> matchAll(List<Watch> batch) {
        Future<Void> done = Future.succeededFuture();
        for (Watch watch : batch) {
            done = done.compose(before -> match(watch));
        }
        UUID last = batch.size() < BATCH ? null : batch.get(BATCH - 1).demandItemId();
        return done.map(last);
    }

    private Future<Void> match(Watch watch) {
        return matching.match(watch.asked()).compose(answer -> {
            List<Candidate> candidates = answer.items().get(0).candidates();
            return candidates.isEmpty() ? Future.succeededFuture() : watches.met(watch, candidates.get(0));
        });
    }
}
