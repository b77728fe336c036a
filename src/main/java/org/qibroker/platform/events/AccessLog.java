package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.database.Database;
import org.qibroker.shared.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who saw what, in the log like any change and under the same hashes. A file that somebody takes along is logged before it
 * goes out. What is only looked at is gathered and written within a second, so that no reader waits for it; a node that
 * dies may lose that second. Belongs to one event loop.
 */
public final class AccessLog {
    /** Kind of these events; the stream is what was seen, or who saw it where a list was seen. */
    public static final String KIND = "access";

    /** Type of the event that a record was looked at. */
    public static final String SEEN = "record-seen";

    /** Type of the event that a file was taken along. */
    public static final String TAKEN = "file-taken";

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final long GATHER_MS = 1000;
    private static final int MOST_WAITING = 10_000;

    private final Vertx vertx;
    private final Database database;
    private final EventLog events;
    private final Set<Access> waiting = new LinkedHashSet<>();
    private boolean gathering;

    /** Who saw what, written to the log of a database. */
    public AccessLog(Vertx vertx, Database database, EventLog events) {
        this.vertx = vertx;
        this.database = database;
        this.events = events;
    }

    /**
     * Somebody saw something.
     *
     * @param by who, signed in
     * @param what the operation or page
     * @param path where it was asked for
     * @param subject the one thing seen, absent for a list
     */
    public record Access(Caller by, String what, String path, @Nullable UUID subject) {
        UUID stream() {
            return subject == null ? by.user() : subject;
        }
    }

    /** Something was looked at; the same by the same reader within a moment counts once. */
    public void seen(Access access) {
        if (waiting.size() >= MOST_WAITING) {
            LOG.error(
                    "Too much is being looked at to be logged: {} saw {}",
                    access.by().userId(),
                    access.path());
            return;
        }
        waiting.add(access);
        if (!gathering) {
            gathering = true;
            vertx.setTimer(GATHER_MS, timer -> flush());
        }
    }

    /** A file is about to go out; it must not if this fails. */
    public Future<Void> taken(Access access) {
        return database.separately(tx -> write(tx, TAKEN, access));
    }

    /** Writes what was gathered. */
    public Future<Void> flush() {
        List<Access> gathered =
                waiting.stream().sorted(Comparator.comparing(Access::stream)).toList();
        waiting.clear();
        gathering = false;
        return gathered.isEmpty()
                ? Future.succeededFuture()
                : database.separately(tx -> writeAll(tx, gathered)).onFailure(failure -> later(gathered, failure));
    }

    private void later(List<Access> gathered, Throwable failure) {
        LOG.error("Who saw what could not be logged; trying again in a second", failure);
        gathered.forEach(this::seen);
    }

    private Future<Void> writeAll(SqlConnection tx, List<Access> gathered) {
        Future<Void> done = Future.succeededFuture();
        for (Access access : gathered) {
            done = done.compose(before -> write(tx, SEEN, access));
        }
        return done;
    }

    /** Readers of one thing wait for each other, so that each event has its number; all take their turns in one order. */
    private Future<Void> write(SqlConnection tx, String type, Access access) {
        Map<String, String> data = Map.of("what", access.what(), "path", access.path());
        Change change = new Change(KIND, access.stream(), type, access.by(), Set.of(), data);
        return tx.preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(KIND + " " + access.stream()))
                .compose(locked -> events.append(tx, change))
                .mapEmpty();
    }
}
