package org.qibroker.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.support.TestBroker.await;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.platform.database.Database;
import org.qibroker.shared.Caller;
import org.qibroker.support.TestBroker;

class EventLogIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00.123456Z");
    private static final UUID PARTY = UUID.randomUUID();
    private static Database database;
    private final EventLog log = new EventLog(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void connect() {
        database = BROKER.database();
    }

    @Test
    void numbersAndChainsTheEventsOfAStream() {
        UUID stream = UUID.randomUUID();
        await(database.transaction(tx -> append(tx, stream, 1).compose(first -> append(tx, stream, 2.50))));

        List<LoggedEvent> events = await(database.read(client -> log.ofStream(client, "trial", stream)));

        assertThat(events).extracting(LoggedEvent::sequence).containsExactly(1L, 2L);
        assertThat(events).extracting(LoggedEvent::at).containsOnly(NOW);
        assertThat(events).extracting(LoggedEvent::parties).containsOnly(Set.of(PARTY));
        byte[] first = EventHash.of(new byte[0], events.get(0));
        byte[] second = EventHash.of(first, events.get(1));
        assertThat(BROKER.rows("SELECT hash FROM event WHERE stream = ? ORDER BY sequence", stream))
                .extracting(row -> row.get("hash"))
                .containsExactly(first, second);
    }

    @Test
    void nothingRewritesTheLog() {
        UUID stream = UUID.randomUUID();
        await(database.transaction(tx -> append(tx, stream, 1)));

        assertThatThrownBy(() -> BROKER.execute("UPDATE event SET type = 'other' WHERE stream = ?", stream))
                .hasRootCauseMessage("ERROR: the event log is append-only\n  Where: PL/pgSQL function"
                        + " event_is_append_only() line 3 at RAISE");
        assertThatThrownBy(() -> BROKER.execute("DELETE FROM event"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> BROKER.execute("TRUNCATE event")).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void twoWritersOfOneStreamDoNotBothSucceed() {
        UUID stream = UUID.randomUUID();
        CompletableFuture<Void> bothHaveRead = new CompletableFuture<>();
        Future<LoggedEvent> slow = database.transaction(tx -> append(tx, stream, 1)
                .compose(event -> Future.fromCompletionStage(bothHaveRead).map(event)));
        Future<LoggedEvent> other = database.transaction(tx -> append(tx, stream, 2));
        bothHaveRead.complete(null);

        List<Object> outcomes = new ArrayList<>();
        await(Future.join(slow, other)
                .onComplete(done -> {
                    outcomes.add(slow.succeeded() ? "written" : slow.cause());
                    outcomes.add(other.succeeded() ? "written" : other.cause());
                })
                .otherwiseEmpty());
        assertThat(outcomes).contains("written");
        assertThat(BROKER.rows("SELECT sequence FROM event WHERE stream = ? ORDER BY sequence", stream))
                .extracting(row -> row.get("sequence"))
                .startsWith(1L)
                .doesNotHaveDuplicates();
        assertThat(outcomes)
                .allMatch(outcome -> outcome.equals("written")
                        || (outcome instanceof PgException violated
                                && "event_sequence_once".equals(violated.getConstraint())));
    }

    @Test
    void whatIsRolledBackWasNeverLogged() {
        UUID stream = UUID.randomUUID();

        assertThatThrownBy(() -> await(database.transaction(tx ->
                        append(tx, stream, 1).compose(event -> Future.failedFuture(new IllegalStateException("no"))))))
                .hasMessage("no");
        assertThat(BROKER.rows("SELECT 1 FROM event WHERE stream = ?", stream)).isEmpty();
    }

    @Test
    void theFeedTellsOfEveryCommittedEventInOrder() throws Exception {
        LinkedBlockingQueue<Announcement> heard = new LinkedBlockingQueue<>();
        EventFeed feed = new EventFeed(BROKER.vertx());
        await(feed.subscribe("trial", heard::add).completion());
        await(BROKER.vertx()
                .deployVerticle(new EventRelay(database, BROKER.address().pgOptions(), feed)));
        UUID stream = UUID.randomUUID();

        await(database.transaction(tx -> append(tx, stream, 1).compose(first -> append(tx, stream, 2))));

        Announcement first = heard.poll(10, TimeUnit.SECONDS);
        Announcement second = heard.poll(10, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        assertThat(second).isNotNull();
        assertThat(first.stream()).isEqualTo(stream);
        assertThat(second.position()).isGreaterThan(first.position());
    }

    @Test
    void aProjectionTakesEachEventOnceAndInOrder() throws Exception {
        LinkedBlockingQueue<LoggedEvent> taken = new LinkedBlockingQueue<>();
        EventFeed feed = new EventFeed(BROKER.vertx());
        UUID stream = UUID.randomUUID();
        Projection projection = new Recording(stream, taken);
        await(BROKER.vertx().deployVerticle(new Projections(database, feed, List.of(projection))));
        await(BROKER.vertx().deployVerticle(new Projections(database, feed, List.of(projection))));

        await(database.transaction(tx -> append(tx, stream, 1).compose(first -> append(tx, stream, 2))));
        await(database.transaction(tx -> append(tx, stream, 3)));

        List<Long> sequences = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LoggedEvent event = taken.poll(10, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            sequences.add(event.sequence());
        }
        assertThat(sequences).containsExactly(1L, 2L, 3L);
        assertThat(taken).isEmpty();
    }

    @Test
    void anEventCommittedLateIsNotSkipped() throws Exception {
        LinkedBlockingQueue<LoggedEvent> taken = new LinkedBlockingQueue<>();
        UUID stream = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Projection projection = new Recording(stream, taken);
        CompletableFuture<Void> slowAppended = new CompletableFuture<>();
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        await(BROKER.vertx()
                .deployVerticle(new Projections(database, new EventFeed(BROKER.vertx()), List.of(projection))));

        Future<LoggedEvent> older = database.transaction(tx -> tx.query("SELECT pg_current_xact_id()")
                .execute()
                .compose(begun -> Future.fromCompletionStage(slowAppended))
                .compose(slow -> append(tx, other, 1)));
        Future<LoggedEvent> slow = database.transaction(tx -> append(tx, stream, 1)
                .onSuccess(event -> slowAppended.complete(null))
                .compose(event -> Future.fromCompletionStage(mayCommit).map(event)));
        await(older);
        await(database.transaction(tx -> append(tx, other, 2)));
        assertThat(taken.poll(1500, TimeUnit.MILLISECONDS)).isNull();
        mayCommit.complete(null);

        assertThat(await(slow).position()).isLessThan(await(older).position());
        assertThat(taken.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    /** Snapshots count only what ended: the transaction that fills the hole may have the newest id of all. */
    @Test
    void aHoleIsNotPassedWhileTheNewestTransactionMayFillIt() {
        UUID stream = UUID.randomUUID();
        LogReader reader = new LogReader(database);
        long before = lastPosition();
        CompletableFuture<Void> slowAppended = new CompletableFuture<>();
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        Future<LoggedEvent> older = database.transaction(tx -> tx.query("SELECT pg_current_xact_id()")
                .execute()
                .compose(begun -> Future.fromCompletionStage(slowAppended))
                .compose(slow -> append(tx, UUID.randomUUID(), 1)));
        Future<LoggedEvent> newest = database.transaction(tx -> append(tx, stream, 1)
                .onSuccess(event -> slowAppended.complete(null))
                .compose(event -> Future.fromCompletionStage(mayCommit).map(event)));
        await(older);

        assertThat(read(reader, before)).isEmpty();
        assertThat(read(reader, before)).isEmpty();
        mayCommit.complete(null);
        await(newest);
        assertThat(readOnceSettled(reader, before))
                .extracting(LoggedEvent::position)
                .containsExactly(await(newest).position(), await(older).position());
    }

    @Test
    void holesThatWereRolledBackAreWaitedForOnlyOnce() {
        long before = lastPosition();
        for (int i = 0; i < 20; i++) {
            await(database.transaction(tx -> append(tx, UUID.randomUUID(), 1)
                            .compose(event -> Future.failedFuture(new IllegalStateException("no"))))
                    .otherwiseEmpty());
            await(database.transaction(tx -> append(tx, UUID.randomUUID(), 1)));
        }
        LogReader reader = new LogReader(database);

        assertThat(read(reader, before)).isEmpty();
        assertThat(readOnceSettled(reader, before)).hasSize(20);
    }

    /** The first that may be read: transactions of others, like those of autovacuum, may hold the fence for a while. */
    private static List<LoggedEvent> readOnceSettled(LogReader reader, long after) {
        Instant deadline = Instant.now().plusSeconds(20);
        List<LoggedEvent> events = read(reader, after);
        while (events.isEmpty() && Instant.now().isBefore(deadline)) {
            events = read(reader, after);
        }
        return events;
    }

    private static long lastPosition() {
        return ((Number) BROKER.rows("SELECT coalesce(max(position), 0) AS last FROM event")
                        .get(0)
                        .get("last"))
                .longValue();
    }

    private static List<LoggedEvent> read(LogReader reader, long after) {
        return await(database.read(client -> reader.after(client, after))).events();
    }

    private record Recording(UUID stream, LinkedBlockingQueue<LoggedEvent> taken) implements Projection {
        @Override
        public String name() {
            return "recording-" + stream;
        }

        @Override
        public Set<String> kinds() {
            return Set.of("trial");
        }

        @Override
        public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
            if (event.stream().equals(stream)) {
                taken.add(event);
            }
            return Future.succeededFuture();
        }
    }

    private Future<LoggedEvent> append(SqlConnection tx, UUID stream, double value) {
        return log.append(
                tx, new Change("trial", stream, "trial-made", Caller.SYSTEM, Set.of(PARTY), Map.of("value", value)));
    }
}
