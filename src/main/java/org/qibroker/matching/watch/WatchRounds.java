package org.qibroker.matching.watch;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.platform.Platform;

/** Matches all that waits again. Any number of nodes may do it; each watch is met once. */
final class WatchRounds {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 100;

    private final Platform platform;
    private final Watches watches;
    private final Matching matching;

    WatchRounds(Platform platform, Watches watches, Matching matching) {
        this.platform = platform;
        this.watches = watches;
        this.matching = matching;
    }

    Future<Void> round() {
        return after(FIRST);
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
