package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.events.LogCheck.Broken;
import org.qibroker.platform.events.LogCheck.Fault;
import org.qibroker.shared.Pseudonym;

/**
 * Checks the log against its own hashes, stream by stream. A stream whose last events are cut off looks like one that
 * ended there; that events are gone shows in their number, held against that of the check before.
 */
final class ChainCheck {
    private static final int PART = 2000;
    private static final int MOST_NAMED = 100;
    private static final byte[] NO_HASH = new byte[0];

    private final Database database;

    /** Of the log in a database. */
    ChainCheck(Database database) {
        this.database = database;
    }

    /**
     * How far an earlier check came.
     *
     * @param upTo the last position it saw
     * @param events how many there were up to it
     */
    record Before(long upTo, long events) {}

    /**
     * What was found.
     *
     * @param upTo the last position
     * @param events how many were checked
     * @param lost how many are gone that an earlier check saw
     * @param named how many hold the name of a person, as those written before names were kept apart do
     * @param faults how many are not as they were written
     * @param broken those, at most the first hundred
     */
    record Result(long upTo, long events, long lost, long named, long faults, List<Broken> broken) {}

    /** Where a run stands. */
    private static final class Run {
        private @Nullable LoggedEvent last;
        private byte[] lastHash = NO_HASH;
        private final Before before;
        private long upTo;
        private long events;
        private long seenBefore;
        private long named;
        private long faults;
        private final List<Broken> broken = new ArrayList<>();

        Run(Before before) {
            this.before = before;
        }

        Result result() {
            return new Result(
                    upTo, events, Math.max(0, before.events() - seenBefore), named, faults, List.copyOf(broken));
        }

        private void count(LoggedEvent event) {
            events++;
            upTo = Math.max(upTo, event.position());
            seenBefore += event.position() <= before.upTo() ? 1 : 0;
            named += event.actor() == null || Pseudonym.is(event.actorName()) ? 0 : 1;
        }

        void take(LoggedEvent event, byte[] previous, byte[] hash) {
            boolean goesOn = last != null
                    && last.stream().equals(event.stream())
                    && last.kind().equals(event.kind());
            long expected = goesOn && last != null ? last.sequence() + 1 : 1;
            byte[] link = goesOn ? lastHash : NO_HASH;
            count(event);
            if (event.sequence() != expected) {
                fault(event, Fault.MISSING);
            } else if (!Arrays.equals(previous, link)) {
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
    Future<Result> run(Before before) {
        return next(new Run(before));
    }

    private Future<Result> next(Run run) {
        return part(run.last).compose(rows -> {
            rows.forEach(row -> run.take(EventLog.of(row), bytes(row, "previous_hash"), bytes(row, "hash")));
            return rows.size() < PART ? Future.succeededFuture(run.result()) : next(run);
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
