package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.platform.database.Database;

/**
 * Reads the log onwards without ever skipping an event. Positions are given before commit, so a lower one may become
 * visible after a higher one. Where a position is missing, reading stops until every transaction has ended that had an
 * id when the hole was first seen; what is missing then was rolled back. Not thread-safe.
 */
final class LogReader {
    private static final int BATCH = 500;
    private static final long NO_FENCE = 0;

    private final Database database;
    private long settled;
    private long watched;
    private long fence = NO_FENCE;

    /** A reader that fences what is running by transactions of its own. */
    LogReader(Database database) {
        this.database = database;
    }

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
                        SELECT *, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest_running
                        FROM event WHERE position > $1 ORDER BY position LIMIT $2""")
                .execute(Tuple.of(position, BATCH))
                .compose(rows -> settle(rows, position));
    }

    private Future<Batch> settle(RowSet<Row> rows, long position) {
        List<LoggedEvent> events = new ArrayList<>();
        long expected = position + 1;
        long last = position;
        boolean open = false;
        for (Row row : rows) {
            lift(row.getLong("oldest_running"));
            last = row.getLong("position");
            open = open || (last > expected && last - 1 > settled);
            if (!open) {
                events.add(EventLog.of(row));
                expected = last + 1;
            }
        }
        Batch batch = new Batch(events, open || rows.size() == BATCH);
        return open && fence == NO_FENCE ? watch(last).map(batch) : Future.succeededFuture(batch);
    }

    /** Once every transaction before the fence has ended, nothing is missing any more but what was rolled back. */
    private void lift(long oldestRunning) {
        if (fence != NO_FENCE && oldestRunning >= fence) {
            settled = watched;
            fence = NO_FENCE;
        }
    }

    /**
     * Whoever may still fill a hole has its id before its position, so before a position that is visible already. The
     * fence is an id given after that; the end of a snapshot is none, since it may lie before ids that are running.
     */
    private Future<Void> watch(long visible) {
        return database.read(client -> client.query("SELECT pg_current_xact_id()::text::bigint AS fence")
                        .execute())
                .map(rows -> {
                    watched = visible;
                    fence = rows.iterator().next().getLong("fence");
                    return null;
                });
    }
}
