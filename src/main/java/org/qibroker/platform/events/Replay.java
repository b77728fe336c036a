package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.qibroker.platform.database.Database;

/** Lets a projection take again what it has taken already. */
public final class Replay {
    private static final int PART = 1000;

    private final Database database;

    /** Of the log in a database. */
    public Replay(Database database) {
        this.database = database;
    }

    /**
     * In one transaction: forgets, takes every event of the projection's kinds up to where it has come, and finishes.
     *
     * @return how many events were taken
     */
    public Future<Long> again(
            Projection projection,
            Function<SqlConnection, Future<Void>> forget,
            Function<SqlConnection, Future<Void>> finish) {
        return database.separately(tx -> tx.preparedQuery("SELECT position FROM projection WHERE name = $1 FOR UPDATE")
                .execute(Tuple.of(projection.name()))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getLong("position"))
                .compose(end -> forget.apply(tx).compose(done -> next(tx, projection, new Run(0, end, 0, false))))
                .compose(taken -> finish.apply(tx).map(taken)));
    }

    private record Run(long after, long end, long taken, boolean over) {
        Run after(List<LoggedEvent> events) {
            long last = events.isEmpty() ? after : events.get(events.size() - 1).position();
            return new Run(last, end, taken + events.size(), events.size() < PART);
        }
    }

    private static Future<Long> next(SqlConnection tx, Projection projection, Run run) {
        return part(tx, projection, run)
                .compose(events -> apply(tx, projection, events).map(run.after(events)))
                .compose(now -> now.over() ? Future.succeededFuture(now.taken()) : next(tx, projection, now));
    }

    private static Future<Void> apply(SqlConnection tx, Projection projection, List<LoggedEvent> events) {
        Future<Void> done = Future.succeededFuture();
        for (LoggedEvent event : events) {
            done = done.compose(before -> projection.apply(tx, event));
        }
        return done;
    }

    private static Future<List<LoggedEvent>> part(SqlConnection tx, Projection projection, Run run) {
        return tx.preparedQuery(
                        """
                        SELECT * FROM event WHERE position > $1 AND position <= $2 AND kind = ANY ($3)
                        ORDER BY position LIMIT $4""")
                .execute(Tuple.of(run.after(), run.end(), projection.kinds().toArray(String[]::new), PART))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EventLog::of)
                        .toList());
    }
}
