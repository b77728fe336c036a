package org.qibroker.booking.order;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that wait for an answer, in the table {@code booking}. */
final class OpenRequestRepository {
    private OpenRequestRepository() {}

    /**
     * How many requests of an enterprise wait.
     *
     * @param firstDue when the first answer is due, absent if none is
     */
    record Open(int count, @Nullable Instant firstDue) {}

    /** Lets those who request for an enterprise come one after another until the transaction ends. */
    static Future<Void> takeTurns(SqlConnection tx, UUID enterprise) {
        return tx.preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended('requests of ' || $1::text, 0))")
                .execute(Tuple.of(enterprise.toString()))
                .mapEmpty();
    }

    static Future<Open> open(SqlConnection tx, UUID enterprise) {
        return tx.preparedQuery(
                        """
                        SELECT count(*) AS open, min(response_due) AS first_due FROM booking
                        WHERE enterprise_id = $1 AND state = 'REQUESTED'""")
                .execute(Tuple.of(enterprise))
                .map(rows -> open(rows.iterator().next()));
    }

    private static Open open(Row row) {
        OffsetDateTime due = row.getOffsetDateTime("first_due");
        return new Open(row.getInteger("open"), due == null ? null : due.toInstant());
    }
}
