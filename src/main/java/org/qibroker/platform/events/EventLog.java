package org.qibroker.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Pseudonym;

/** The log of everything that changed: written in the transaction that changes it, never rewritten. */
public final class EventLog {
    private static final byte[] NO_HASH = new byte[0];

    private final Clock clock;

    /** A log whose events happen when the clock says. */
    public EventLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Appends one event to its stream. The transaction has its id before the event has its position; readers count on
     * that.
     *
     * @param tx the transaction that makes the change
     * @return the event as logged; fails with a violated {@code event_sequence_once} if another transaction appended to
     *     the same stream meanwhile
     */
    public Future<LoggedEvent> append(SqlConnection tx, Change change) {
        return tx.preparedQuery(
                        """
                        SELECT pg_current_xact_id() AS writer, last.sequence, last.hash
                        FROM (SELECT 1) AS once LEFT JOIN LATERAL (
                            SELECT sequence, hash FROM event
                            WHERE kind = $1 AND stream = $2 ORDER BY sequence DESC LIMIT 1) AS last ON true""")
                .execute(Tuple.of(change.kind(), change.stream()))
                .compose(last -> insert(tx, change, last));
    }

    private Future<LoggedEvent> insert(SqlConnection tx, Change change, RowSet<Row> last) {
        Row before = last.iterator().next();
        boolean first = before.getLong("sequence") == null;
        long sequence = first ? 1 : before.getLong("sequence") + 1;
        byte[] previous = first ? NO_HASH : before.getBuffer("hash").getBytes();
        LoggedEvent event = event(change, sequence);
        return tx.preparedQuery(
                        """
                        INSERT INTO event (kind, stream, sequence, type, actor, actor_name, organisation, parties, at,
                                           data, previous_hash, hash)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12)
                        RETURNING position""")
                .execute(values(event, previous))
                .map(inserted -> at(event, inserted.iterator().next().getLong("position")));
    }

    /**
     * The first event of a new stream, for a statement that writes it together with what it tells of. That statement
     * must have written something else before, so that the transaction has its id before the event has its position.
     */
    public Sealed first(Change change) {
        LoggedEvent event = event(change, 1);
        return new Sealed(event, Buffer.buffer(EventHash.of(NO_HASH, event)));
    }

    /** An event that has no position yet, and its hash. */
    public record Sealed(LoggedEvent event, Buffer hash) {}

    private LoggedEvent event(Change change, long sequence) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        JsonNode data = Json.mapper().valueToTree(change.data());
        return new LoggedEvent(
                0,
                change.kind(),
                change.stream(),
                sequence,
                change.type(),
                change.actor().userId(),
                change.actor().organisationId(),
                Pseudonym.of(change.actor()),
                change.parties(),
                now,
                data);
    }

    private static Tuple values(LoggedEvent event, byte[] previous) {
        return Tuple.tuple()
                .addString(event.kind())
                .addUUID(event.stream())
                .addLong(event.sequence())
                .addString(event.type())
                .addUUID(event.actor())
                .addString(event.actorName())
                .addUUID(event.organisation())
                .addArrayOfUUID(event.parties().toArray(UUID[]::new))
                .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC))
                .addString(event.data().toString())
                .addBuffer(Buffer.buffer(previous))
                .addBuffer(Buffer.buffer(EventHash.of(previous, event)));
    }

    private static LoggedEvent at(LoggedEvent e, long position) {
        return new LoggedEvent(
                position,
                e.kind(),
                e.stream(),
                e.sequence(),
                e.type(),
                e.actor(),
                e.organisation(),
                e.actorName(),
                e.parties(),
                e.at(),
                e.data());
    }

    /** All events of one aggregate, the oldest first, their actors by the names of today. */
    public Future<List<LoggedEvent>> ofStream(SqlClient client, String kind, UUID stream) {
        return client.preparedQuery(
                        """
                        SELECT e.*, a.name AS known FROM event e LEFT JOIN actor a ON a.id = e.actor
                        WHERE e.kind = $1 AND e.stream = $2 ORDER BY e.sequence""")
                .execute(Tuple.of(kind, stream))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> of(row).named(row.getString("known")))
                        .toList());
    }

    /** The events of one actor after a moment and position, the oldest first, at most so many. */
    public Future<List<LoggedEvent>> ofActor(SqlClient client, UUID actor, Instant at, long position, int most) {
        return client.preparedQuery(
                        """
                        SELECT * FROM event WHERE actor = $1 AND (at, position) > ($2, $3)
                        ORDER BY at, position LIMIT $4""")
                .execute(Tuple.of(actor, at.atOffset(ZoneOffset.UTC), position, most))
                .map(EventLog::all);
    }

    /** The latest events of one actor, the newest first, at most so many. */
    public Future<List<LoggedEvent>> latestOf(SqlClient client, UUID actor, int most) {
        return client.preparedQuery("SELECT * FROM event WHERE actor = $1 ORDER BY at DESC, position DESC LIMIT $2")
                .execute(Tuple.of(actor, most))
                .map(EventLog::all);
    }

    /** All rows as events. */
    static List<LoggedEvent> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(EventLog::of).toList();
    }

    /** One row as an event. */
    static LoggedEvent of(Row row) {
        return new LoggedEvent(
                row.getLong("position"),
                row.getString("kind"),
                row.getUUID("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getUUID("actor"),
                row.getUUID("organisation"),
                row.getString("actor_name"),
                Set.of(row.getArrayOfUUIDs("parties")),
                row.getOffsetDateTime("at").toInstant(),
                Json.ofStored(row.getValue("data")));
    }
}
