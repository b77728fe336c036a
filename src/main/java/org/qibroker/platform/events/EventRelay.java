package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings committed events from the log to the feed of this node, moments after their commit. PostgreSQL's notification
 * wakes it; a look every second covers a notification lost with a connection. At start it tells the last events again
 * rather than missing one that is being committed.
 */
public final class EventRelay extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    private static final long LOOK_EVERY_MS = 1000;
    private static final long LOOK_SOON_MS = 20;
    private static final long RECONNECT_MS = 500;
    private static final long TOLD_AGAIN = 200;
    private static final String CHANNEL = "qi_event";

    private final Database database;
    private final PgConnectOptions listenOn;
    private final EventFeed feed;
    private final LogReader reader;
    private @Nullable PgSubscriber subscriber;
    private long position;
    private boolean looking;
    private boolean lookAgain;

    /** A relay that reads through the database and listens on a connection of its own. */
    public EventRelay(Database database, PgConnectOptions listenOn, EventFeed feed) {
        this.database = database;
        this.listenOn = listenOn;
        this.feed = feed;
        this.reader = new LogReader(database);
    }

    @Override
    public Future<?> start() {
        PgSubscriber listening = PgSubscriber.subscriber(vertx, listenOn).reconnectPolicy(retries -> RECONNECT_MS);
        listening.channel(CHANNEL).handler(payload -> look());
        subscriber = listening;
        vertx.setPeriodic(LOOK_EVERY_MS, timer -> look());
        return database.read(EventRelay::begin)
                .onSuccess(begin -> position = begin)
                .compose(begin -> listening.connect());
    }

    @Override
    public Future<?> stop() {
        return subscriber == null ? Future.succeededFuture() : subscriber.close();
    }

    private static Future<Long> begin(SqlClient client) {
        return client.preparedQuery("SELECT greatest(max(position) - $1, 0) AS position FROM event")
                .execute(Tuple.of(TOLD_AGAIN))
                .map(rows -> rows.iterator().next().getLong("position"));
    }

    private void look() {
        if (looking) {
            lookAgain = true;
            return;
        }
        looking = true;
        lookAgain = false;
        database.read(client -> reader.after(client, position))
                .onSuccess(this::relay)
                .onFailure(this::lookLater);
    }

    private void relay(LogReader.Batch settled) {
        settled.events().forEach(feed::publish);
        if (!settled.events().isEmpty()) {
            position = settled.events().get(settled.events().size() - 1).position();
        }
        if (settled.more() || lookAgain) {
            vertx.setTimer(LOOK_SOON_MS, timer -> lookOn());
        } else {
            looking = false;
        }
    }

    /** What has come in a short while is read together. */
    private void lookOn() {
        looking = false;
        look();
    }

    private void lookLater(Throwable failure) {
        looking = false;
        LOG.warn("The event log could not be read; trying again in a second: {}", failure.toString());
    }
}
