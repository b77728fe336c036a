package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the log onwards without ever skipping an event. Positions are given before commit, so a lower one may become
 * visible after a higher one. Where a position is missing, reading stops until every transaction that was running when
 * the hole was first seen has ended; what is missing then was rolled back. Not thread-safe.
 */
final class LogReader {
    private static final int BATCH = 500;

    private long hole;
    private long filledBy;

    /**
     * Events that may be taken now.
     *
     * @param events in the order of the log
     * @param more whether something was held back or cut off, so that another look soon is worthwhile
     */
    record Batch(List<LoggedEvent> events, boolean more) {}

    /** All events after a position, up to the first hole that may still be filled. */
    Future<Batch> after(SqlClient client, long position) {
        return client.preparedQuery(
                        """
                        SELECT *, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest_running,
                               pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next_to_run
                        FROM event WHERE position > $1 ORDER BY position LIMIT $2""")
                .execute(Tuple.of(position, BATCH))
                .map(rows -> settled(rows, position));
    }

    private Batch settled(RowSet<Row> rows, long position) {
        List<LoggedEvent> events = new ArrayList<>();
        long expected = position + 1;
        for (Row row : rows) {
            long found = row.getLong("position");
            if (found > expected && mayBeFilled(expected, row)) {
                return new Batch(events, true);
            }
            events.add(EventLog.of(row));
            expected = found + 1;
        }
        return new Batch(events, rows.size() == BATCH);
    }

    private boolean mayBeFilled(long missing, Row row) {
        if (hole != missing) {
            hole = missing;
            filledBy = row.getLong("next_to_run");
        }
        return row.getLong("oldest_running") < filledBy;
    }
}
