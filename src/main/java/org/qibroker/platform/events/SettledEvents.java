package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the log onwards without ever skipping an event: positions are given before commit, so reading stops at the
 * first event whose transaction is not older than every running one.
 *
 * @param events what may be taken now, in order
 * @param more whether something was held back or cut off, so that another look soon is worthwhile
 */
record SettledEvents(List<LoggedEvent> events, boolean more) {
    private static final int BATCH = 500;

    /** Events of these kinds (all kinds if empty) after a position. */
    static Future<SettledEvents> after(SqlClient client, long position, Set<String> kinds) {
        return client.preparedQuery(
                        """
                        SELECT *, written_by < pg_snapshot_xmin(pg_current_snapshot()) AS settled FROM event
                        WHERE position > $1 AND (cardinality($2::text[]) = 0 OR kind = ANY ($2))
                        ORDER BY position LIMIT $3""")
                .execute(Tuple.of(position, kinds.toArray(String[]::new), BATCH))
                .map(SettledEvents::of);
    }

    private static SettledEvents of(RowSet<Row> rows) {
        List<LoggedEvent> events = new ArrayList<>();
        for (Row row : rows) {
            if (!row.getBoolean("settled")) {
                return new SettledEvents(events, true);
            }
            events.add(EventLog.of(row));
        }
        return new SettledEvents(events, rows.size() == BATCH);
    }
}
