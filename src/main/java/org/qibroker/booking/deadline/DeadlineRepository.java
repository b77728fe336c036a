package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;

/** The table {@code booking_deadline}. */
final class DeadlineRepository {
    private DeadlineRepository() {}

    /** What is told of a deadline, each once. */
    enum Word {
        /** A reminder before it is due. */
        SOON("reminded_at"),
        /** That it is late. */
        LATE("escalated_at");

        private final String column;

        Word(String column) {
            this.column = column;
        }
    }

    /** A deadline of which something is to be told. */
    record Candidate(UUID booking, Deadline deadline) {}

    /**
     * Which deadlines are listed.
     *
     * @param sight how far whoever asks sees
     * @param dueBefore due before this moment
     * @param afterDue where the last part ended
     */
    record Wanted(Jurisdiction sight, Instant dueBefore, Instant afterDue, UUID afterBooking, int limit) {}

    /** A clock that runs, and when to remind of it, if ever. */
    record Running(Deadline deadline, @Nullable Instant remindAt) {
        private @Nullable OffsetDateTime remind() {
            return remindAt == null ? null : utc(remindAt);
        }
    }

    /** Lets just these clocks of a booking run, again if they did before; what was told of them stays told. */
    static Future<Void> keep(SqlConnection tx, UUID booking, List<Running> running) {
        return tx.preparedQuery(
                        """
                        WITH wanted AS (
                            SELECT * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
                                AS w(kind, who, due, remind_at)),
                        stopped AS (
                            UPDATE booking_deadline d SET running = false
                            WHERE d.booking_id = $1 AND d.running
                              AND NOT EXISTS (SELECT FROM wanted w WHERE w.kind = d.kind AND w.due = d.due))
                        INSERT INTO booking_deadline AS d (booking_id, kind, who, due, remind_at, running)
                        SELECT $1, kind, who, due, remind_at, true FROM wanted
                        ON CONFLICT ON CONSTRAINT booking_deadline_once DO UPDATE SET running = true
                        WHERE NOT d.running""")
                .execute(Tuple.tuple()
                        .addUUID(booking)
                        .addArrayOfString(
                                each(running, one -> one.deadline().kind().name(), String[]::new))
                        .addArrayOfString(
                                each(running, one -> one.deadline().who().name(), String[]::new))
                        .addArrayOfOffsetDateTime(
                                each(running, one -> utc(one.deadline().due()), OffsetDateTime[]::new))
                        .addArrayOfOffsetDateTime(each(running, Running::remind, OffsetDateTime[]::new)))
                .mapEmpty();
    }

    private static <T> T[] each(List<Running> running, Function<Running, T> part, IntFunction<T[]> array) {
        return running.stream().map(part).toArray(array);
    }

    /** A deadline of which a word is to be told by now. */
    static Future<Optional<Candidate>> next(SqlConnection tx, Word word, Instant now) {
        String sql = word == Word.SOON
                ? """
                        SELECT * FROM booking_deadline
                        WHERE running AND reminded_at IS NULL AND remind_at <= $1 AND due >= $1 ORDER BY remind_at LIMIT 1"""
                : """
                        SELECT * FROM booking_deadline
                        WHERE running AND escalated_at IS NULL AND due < $1
                          AND kind IN ('SAMPLE', 'DRAFT_ANSWER', 'REPORT') ORDER BY due LIMIT 1""";
        return tx.preparedQuery(sql).execute(Tuple.of(utc(now))).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(row -> new Candidate(row.getUUID("booking_id"), deadline(row))));
    }

    /** Remembers that a word was told; whether it was not told before. */
    static Future<Boolean> told(SqlConnection tx, Candidate candidate, Word word, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE booking_deadline SET %1$s = $4
                        WHERE booking_id = $1 AND kind = $2 AND due = $3 AND %1$s IS NULL"""
                                .formatted(word.column))
                .execute(Tuple.of(
                        candidate.booking(),
                        candidate.deadline().kind().name(),
                        utc(candidate.deadline().due()),
                        utc(now)))
                .map(updated -> updated.rowCount() == 1);
    }

    /** Clocks that run, the longest due first. */
    static Future<List<DueBooking>> list(SqlClient client, Wanted wanted) {
        return client.preparedQuery(
                        """
                        SELECT d.*, b.number, b.state, b.ordered -> 'lines' -> 0 ->> 'subject' AS subject,
                               b.parties ->> 'enterpriseName' AS enterprise, b.parties ->> 'providerName' AS provider
                        FROM booking_deadline d JOIN booking b ON b.id = d.booking_id
                        WHERE d.running AND d.due < $2 AND (d.due, d.booking_id) > ($3, $4)
                          AND\s"""
                                + Jurisdiction.sees("$1", "$6", "b.enterprise_id", "b.provider_id")
                                + "ORDER BY d.due, d.booking_id LIMIT $5")
                .execute(Tuple.of(
                        wanted.sight().own(),
                        utc(wanted.dueBefore()),
                        utc(wanted.afterDue()),
                        wanted.afterBooking(),
                        wanted.limit(),
                        wanted.sight().district()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadlineRepository::dueBooking)
                        .toList());
    }

    private static DueBooking dueBooking(Row row) {
        return new DueBooking(
                row.getUUID("booking_id"),
                row.getString("number"),
                row.getString("subject"),
                row.getString("enterprise"),
                row.getString("provider"),
                BookingState.valueOf(row.getString("state")),
                deadline(row),
                instant(row.getOffsetDateTime("reminded_at")),
                instant(row.getOffsetDateTime("escalated_at")));
    }

    private static Deadline deadline(Row row) {
        return new Deadline(
                Deadline.Kind.valueOf(row.getString("kind")),
                Actor.valueOf(row.getString("who")),
                row.getOffsetDateTime("due").toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
