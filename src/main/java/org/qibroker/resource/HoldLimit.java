package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
        return tx.preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended('holds of ' || $1::text, 0))")
                .execute(Tuple.of(organisation.toString()))
                .compose(locked -> tx.preparedQuery(
                                """
                                SELECT count(*) AS held, min(expires_at) AS first FROM allocation
                                WHERE organisation_id = $1 AND live AND booking_id IS NULL AND first_id IS NULL
                                  AND expires_at > $2""")
                        .execute(Tuple.of(organisation, now.atOffset(ZoneOffset.UTC))))
                .compose(rows -> within(rows.iterator().next(), now));
    }

    private Future<Void> within(Row row, Instant now) {
        if (row.getInteger("held") < most) {
            return Future.succeededFuture();
        }
        Instant first = row.getOffsetDateTime("first").toInstant();
        long seconds = Math.max(1, Duration.between(now, first).toSeconds());
        return Future.failedFuture(Refusal.tooMany("too-many-holds", seconds, most));
    }
}
