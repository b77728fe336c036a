package org.qibroker.booking.order;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.qibroker.shared.Refusal;

/**
 * How many requests one enterprise may have waiting for an answer at a time. Far from the limit its requests go side by
 * side; near it they come one after another, so that the limit is exact however many run at once.
 *
 * @param most 0 for no limit
 */
public record RequestLimit(int most) {
    /** More than one enterprise has running at once on all nodes. */
    private static final int AT_ONCE = 100;

    /** How many may be waiting at most where one more is certainly within the limit; below 0 for any number. */
    public int farFromIt() {
        return most == 0 ? -1 : Math.max(0, most - AT_ONCE);
    }

    /** Fails with TOO_MANY if so many more would be too many. */
    public Future<Void> keep(SqlConnection tx, UUID enterprise, int more, Instant now) {
        if (most == 0) {
            return Future.succeededFuture();
        }
        return OpenRequestRepository.open(tx, enterprise)
                .compose(open -> open.count() + more + AT_ONCE <= most
                        ? Future.succeededFuture(open)
                        : OpenRequestRepository.takeTurns(tx, enterprise)
                                .compose(turn -> OpenRequestRepository.open(tx, enterprise)))
                .compose(open -> open.count() + more <= most
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.tooMany("too-many-requests", seconds(open, now), most)));
    }

    private static long seconds(OpenRequestRepository.Open open, Instant now) {
        Instant due = open.firstDue();
        return due == null ? 1 : Math.max(1, Duration.between(now, due).toSeconds());
    }
}
