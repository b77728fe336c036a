package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.qibroker.shared.Refusal;

/**
 * How many holds one organisation may have at a time, so that nobody keeps a laboratory's calendar from others without
 * meaning to book. Holds of one organisation come one after another, so that the limit is exact.
 *
 * @param most 0 for no limit
 */
record HoldLimit(int most) {
    /** Fails with TOO_MANY if the organisation has as many as it may; until the transaction ends no other hold of its. */
    Future<Void> keep(SqlConnection tx, UUID organisation, Instant now) {
        if (most == 0) {
            return Future.succeededFuture();
        }
        return HoldRepository.takeTurns(tx, organisation)
                .compose(turn -> HoldRepository.open(tx, organisation, now))
                .compose(open -> within(open, now));
    }

    private Future<Void> within(HoldRepository.Open open, Instant now) {
        Instant first = open.first();
        if (first == null || open.count() < most) {
            return Future.succeededFuture();
        }
        long seconds = Math.max(1, Duration.between(now, first).toSeconds());
        return Future.failedFuture(Refusal.tooMany("too-many-holds", seconds, most));
    }
}
