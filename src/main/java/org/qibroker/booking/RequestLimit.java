package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
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
record RequestLimit(int most) {
    /** More than one enterprise has running at once on all nodes. */
    private static final int AT_ONCE = 100;

    /** How many may be waiting at most where one more is certainly within the limit; below 0 for any number. */
    int farFromIt() {
        return most == 0 ? -1 : Math.max(0, most - AT_ONCE);
    }

    /** Fails with TOO_MANY if so many more would be too many. */
    Future<Void> keep(SqlConnection tx, UUID enterprise, int more, Instant now) {
        if (most == 0) {
            return Future.succeededFuture();
        }
        return open(tx, enterprise)
                .compose(open -> open.count() + more + AT_ONCE <= most
                        ? Future.succeededFuture(open)
                        : tx.preparedQuery(
                                        "SELECT pg_advisory_xact_lock(hashtextextended('requests of ' || $1::text, 0))")
                                .execute(Tuple.of(enterprise.toString()))
                                .compose(locked -> open(tx, enterprise)))
                .compose(open -> open.count() + more <= most
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.tooMany("too-many-requests", open.seconds(now), most)));
    }

    private record Open(int count, Instant firstDue) {
        static Open of(Row row) {
            return new Open(
                    row.getInteger("open"), row.getOffsetDateTime("first_due").toInstant());
        }

        long seconds(Instant now) {
            return Math.max(1, Duration.between(now, firstDue).toSeconds());
        }
    }

    private static Future<Open> open(SqlConnection tx, UUID enterprise) {
        return tx.preparedQuery(
                        """
                        SELECT count(*) AS open, coalesce(min(response_due), now()) AS first_due FROM booking
                        WHERE enterprise_id = $1 AND state = 'REQUESTED'""")
                .execute(Tuple.of(enterprise))
                .map(rows -> Open.of(rows.iterator().next()));
    }
}
