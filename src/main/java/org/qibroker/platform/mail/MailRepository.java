package org.qibroker.platform.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;

/** The table {@code letter}. */
final class MailRepository {
    private static final int LONGEST_ERROR = 500;

    private MailRepository() {}

    /** Puts a letter into the outbox; nothing happens if there was one of the same. */
    static Future<Void> insert(SqlConnection tx, UUID id, Letter letter, Instant now) {
        return tx.preparedQuery(
                        """
                        INSERT INTO letter (id, once, recipient, content, state, attempts, next_at, created_at)
                        VALUES ($1, $2, $3, $4::text::jsonb, 'WAITING', 0, $5, $5)
                        ON CONFLICT ON CONSTRAINT letter_once DO NOTHING""")
                .execute(Tuple.of(id, letter.once(), letter.to(), Json.write(letter), utc(now)))
                .mapEmpty();
    }

    /** Takes the mail that waits longest, so that nobody else tries it before the lease ends. */
    static Future<Optional<Mail>> take(SqlConnection tx, Instant now, Instant leaseEnds) {
        return tx.preparedQuery(
                        """
                        UPDATE letter SET attempts = attempts + 1, next_at = $2 WHERE id = (
                            SELECT id FROM letter WHERE state = 'WAITING' AND next_at <= $1
                            ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .execute(Tuple.of(utc(now), utc(leaseEnds)))
                .map(rows -> all(rows).stream().findFirst());
    }

    static Future<Void> sent(SqlClient client, UUID id, Instant now) {
        return client.preparedQuery(
                        """
                        UPDATE letter SET state = 'SENT', sent_at = $2, next_at = NULL, error = NULL, content = NULL
                        WHERE id = $1""")
                .execute(Tuple.of(id, utc(now)))
                .mapEmpty();
    }

    /** Remembers that an attempt failed, and when the next is; none if it is given up. */
    static Future<Void> failed(SqlClient client, UUID id, String error, @Nullable Instant again) {
        String shown = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        return client.preparedQuery(
                        """
                        UPDATE letter SET state = CASE WHEN $3::timestamptz IS NULL THEN 'FAILED' ELSE 'WAITING' END,
                            next_at = $3, error = $2 WHERE id = $1 AND state = 'WAITING'""")
                .execute(Tuple.of(id, shown, again == null ? null : utc(again)))
                .mapEmpty();
    }

    /** Tries again what was given up, from the first attempt on; how many those are. */
    static Future<Integer> retry(SqlClient client, Instant now) {
        return client.preparedQuery(
                        """
                        UPDATE letter SET state = 'WAITING', attempts = 0, next_at = $1 WHERE state = 'FAILED'""")
                .execute(Tuple.of(utc(now)))
                .map(updated -> updated.rowCount());
    }

    /** What has an error, given up first, then the newest. */
    static Future<List<Mail>> troubled(SqlClient client, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM letter WHERE error IS NOT NULL
                        ORDER BY state = 'FAILED' DESC, created_at DESC, id DESC LIMIT $1""")
                .execute(Tuple.of(limit))
                .map(MailRepository::all);
    }

    /** How many are in each state. */
    static Future<Map<Mail.State, Long>> counts(SqlClient client) {
        return client.query("SELECT state, count(*) AS mails FROM letter GROUP BY state")
                .execute()
                .map(rows -> {
                    Map<Mail.State, Long> counts = new EnumMap<>(Mail.State.class);
                    rows.forEach(row -> counts.put(Mail.State.valueOf(row.getString("state")), row.getLong("mails")));
                    return counts;
                });
    }

    /** Forgets the letters to an address. */
    static Future<Void> delete(SqlConnection tx, String address) {
        return tx.preparedQuery("DELETE FROM letter WHERE lower(recipient) = lower($1)")
                .execute(Tuple.of(address))
                .mapEmpty();
    }

    /** Forgets some of what was sent before a moment. */
    static Future<Void> sweep(SqlClient client, Instant before) {
        return client.preparedQuery(
                        """
                        DELETE FROM letter WHERE id IN (SELECT id FROM letter WHERE sent_at < $1 LIMIT 1000)""")
                .execute(Tuple.of(utc(before)))
                .mapEmpty();
    }

    private static List<Mail> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(MailRepository::of)
                .toList();
    }

    private static Mail of(Row row) {
        OffsetDateTime next = row.getOffsetDateTime("next_at");
        return new Mail(
                row.getUUID("id"),
                Json.stored(row.getValue("content"), Letter.class),
                Mail.State.valueOf(row.getString("state")),
                row.getInteger("attempts"),
                next == null ? null : next.toInstant(),
                row.getString("error"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
