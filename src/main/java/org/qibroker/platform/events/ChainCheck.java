package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.database.Database;

/**
 * Checks the log against its own hashes, stream by stream. A stream whose last events are cut off cannot be told from one
 * that ended there.
 */
public final class ChainCheck {
    private static final int PART = 2000;
    private static final int MOST_NAMED = 100;
    private static final byte[] NO_HASH = new byte[0];

    private final Database database;

    /** Of the log in a database. */
    public ChainCheck(Database database) {
        this.database = database;
    }

    /** What is wrong with an event. */
    public enum Fault {
        /** Its hash is not that of what it says. */
        CHANGED,
        /** It does not carry the hash of the event before it. */
        UNLINKED,
        /** Its number does not follow the one before it. */
        MISSING
    }

    /** An event that is not as it was written. */
    public record Broken(long position, String kind, UUID stream, long sequence, Fault fault) {}

    /**
     * What was found.
     *
     * @param events how many were checked
     * @param faults how many of them are not as they were written
     * @param broken those, at most the first hundred
     */
    public record Result(long events, long faults, List<Broken> broken) {}

    /** Where a run stands. */
    private static final class Run {
        private @Nullable LoggedEvent last;
        private byte[] lastHash = NO_HASH;
        private long events;
        private long faults;
        private final List<Broken> broken = new ArrayList<>();

        void take(LoggedEvent event, byte[] previous, byte[] hash) {
            boolean goesOn = last != null
                    && last.stream().equals(event.stream())
                    && last.kind().equals(event.kind());
            long expected = goesOn && last != null ? last.sequence() + 1 : 1;
            byte[] before = goesOn ? lastHash : NO_HASH;
            events++;
            if (event.sequence() != expected) {
                fault(event, Fault.MISSING);
            } else if (!Arrays.equals(previous, before)) {
                fault(event, Fault.UNLINKED);
            } else if (!Arrays.equals(hash, EventHash.of(previous, event))) {
                fault(event, Fault.CHANGED);
            }
            last = event;
            lastHash = hash;
        }

        private void fault(LoggedEvent event, Fault fault) {
            faults++;
            if (broken.size() < MOST_NAMED) {
                broken.add(new Broken(event.position(), event.kind(), event.stream(), event.sequence(), fault));
            }
        }
    }

    /** Checks all events, part by part; what is appended meanwhile may or may not be checked. */
    public Future<Result> run() {
        return next(new Run());
    }

    private Future<Result> next(Run run) {
        return part(run.last).compose(rows -> {
            rows.forEach(row -> run.take(EventLog.of(row), bytes(row, "previous_hash"), bytes(row, "hash")));
            return rows.size() < PART
                    ? Future.succeededFuture(new Result(run.events, run.faults, List.copyOf(run.broken)))
                    : next(run);
        });
    }

    private Future<RowSet<Row>> part(@Nullable LoggedEvent after) {
        return after == null
                ? database.read(
                        client -> client.preparedQuery("SELECT * FROM event ORDER BY kind, stream, sequence LIMIT $1")
                                .execute(Tuple.of(PART)))
                : database.read(client -> client.preparedQuery(
                                """
                                SELECT * FROM event WHERE (kind, stream, sequence) > ($1, $2, $3)
                                ORDER BY kind, stream, sequence LIMIT $4""")
                        .execute(Tuple.of(after.kind(), after.stream(), after.sequence(), PART)));
    }

    private static byte[] bytes(Row row, String column) {
        Buffer buffer = row.getBuffer(column);
        return buffer == null ? NO_HASH : buffer.getBytes();
    }
}
