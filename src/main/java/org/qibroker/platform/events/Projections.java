package org.qibroker.platform.events;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibroker.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds projections from the log. Several nodes may run one; a row lock sees to it that only one works on a projection
 * at a time, and what it did and how far it came are one transaction.
 */
public final class Projections extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final long LOOK_EVERY_MS = 1000;
    /** Between two transactions of a projection, so that events that come in quick succession share one. */
    private static final long REST_MS = 50;

    private final Database database;
    private final EventFeed feed;
    private final List<Projection> projections;
    private final Map<String, LogReader> readers = new HashMap<>();
    private final Map<String, Future<Boolean>> busy = new HashMap<>();
    private final Set<String> askedAgain = new HashSet<>();
    private boolean stopped;

    /** Feeds these projections whenever the feed tells of something new. */
    public Projections(Database database, EventFeed feed, List<Projection> projections) {
        this.database = database;
        this.feed = feed;
        this.projections = List.copyOf(projections);
    }

    @Override
    public Future<?> start() {
        feed.subscribeAll(announcement -> projections.stream()
                .filter(projection -> projection.kinds().contains(announcement.kind()))
                .forEach(this::advance));
        vertx.setPeriodic(LOOK_EVERY_MS, timer -> projections.forEach(this::advance));
        return Future.all(projections.stream().map(this::register).toList());
    }

    /** What they are at is brought to its end. */
    @Override
    public Future<?> stop() {
        stopped = true;
        return Future.join(List.copyOf(busy.values())).otherwiseEmpty();
    }

    private Future<Void> register(Projection projection) {
        return database.separately(
                        tx -> tx.preparedQuery("INSERT INTO projection VALUES ($1, 0) ON CONFLICT DO NOTHING")
                                .execute(Tuple.of(projection.name())))
                .mapEmpty();
    }

    private void advance(Projection projection) {
        if (stopped) {
            return;
        }
        if (busy.containsKey(projection.name())) {
            askedAgain.add(projection.name());
            return;
        }
        askedAgain.remove(projection.name());
        Future<Boolean> batch = batch(projection);
        busy.put(projection.name(), batch);
        batch.onComplete(more -> {
            report(projection, more);
            vertx.setTimer(REST_MS, timer -> goOn(projection, more.succeeded() && more.result()));
        });
    }

    private void goOn(Projection projection, boolean more) {
        busy.remove(projection.name());
        if (more || askedAgain.contains(projection.name())) {
            advance(projection);
        }
    }

    private static void report(Projection projection, AsyncResult<Boolean> more) {
        if (more.failed()) {
            LOG.error("Projection {} could not take an event; it will try again", projection.name(), more.cause());
        }
    }

    private Future<Boolean> batch(Projection projection) {
        return database.separately(
                tx -> tx.preparedQuery("SELECT position FROM projection WHERE name = $1 FOR UPDATE SKIP LOCKED")
                        .execute(Tuple.of(projection.name()))
                        .compose(rows -> take(tx, projection, rows.iterator())));
    }

    private Future<Boolean> take(SqlConnection tx, Projection projection, RowIterator<Row> mine) {
        if (!mine.hasNext()) {
            return Future.succeededFuture(false);
        }
        return readers.computeIfAbsent(projection.name(), name -> new LogReader(database))
                .after(tx, mine.next().getLong("position"))
                .compose(settled -> applyAll(tx, projection, settled.events()).map(settled.more()));
    }

    private static Future<Void> apply(SqlConnection tx, Projection projection, LoggedEvent event) {
        return projection.kinds().contains(event.kind()) ? projection.apply(tx, event) : Future.succeededFuture();
    }

    private static Future<Void> applyAll(SqlConnection tx, Projection projection, List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return Future.succeededFuture();
        }
        Future<Void> done = Future.succeededFuture();
        for (LoggedEvent event : events) {
            done = done.compose(before -> apply(tx, projection, event));
        }
        long end = events.get(events.size() - 1).position();
        return done.compose(applied -> tx.preparedQuery("UPDATE projection SET position = $2 WHERE name = $1")
                .execute(Tuple.of(projection.name(), end))
                .mapEmpty());
    }
}
