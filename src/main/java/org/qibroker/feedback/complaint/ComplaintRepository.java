package org.qibroker.feedback.complaint;

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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.feedback.complaint.Complaint.About;
import org.qibroker.feedback.complaint.Complaint.Due;
import org.qibroker.feedback.complaint.Complaint.Findings;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.TimeCursor;

/** The table complaint. */
final class ComplaintRepository {
    private ComplaintRepository() {}

    static Future<Void> insert(SqlConnection tx, Complaint c) {
        return tx.preparedQuery(
                        """
                        INSERT INTO complaint (id, state, next_due, late, answer, proposed, outcome, decision, version,
                            booking_id, number, enterprise_id, provider_id, parties, subject, text, acknowledge_due,
                            answer_due, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text::jsonb, $15, $16, $17,
                            $18, $19)""")
                .execute(moving(c)
                        .addUUID(c.about().bookingId())
                        .addString(c.about().bookingNumber())
                        .addUUID(c.about().enterpriseId())
                        .addUUID(c.about().providerId())
                        .addString(Json.write(c.about()))
                        .addString(c.subject().name())
                        .addString(c.text())
                        .addOffsetDateTime(utc(c.due().acknowledge()))
                        .addOffsetDateTime(utc(c.due().answer()))
                        .addOffsetDateTime(utc(c.createdAt())))
                .mapEmpty();
    }

    private static Tuple moving(Complaint c) {
        Instant next = c.due().next();
        return Tuple.tuple()
                .addUUID(c.id())
                .addString(c.state().name())
                .addOffsetDateTime(next == null ? null : utc(next))
                .addBoolean(c.due().late())
                .addString(c.findings().answer())
                .addString(name(c.findings().proposed()))
                .addString(name(c.findings().outcome()))
                .addString(c.findings().decision())
                .addLong(c.version());
    }

    /** Writes what moves, and says whether it was still at the version before. */
    static Future<Boolean> update(SqlConnection tx, Complaint c) {
        return tx.preparedQuery(
                        """
                        UPDATE complaint SET state = $2, next_due = $3, late = $4, answer = $5, proposed = $6,
                                             outcome = $7, decision = $8, version = $9
                        WHERE id = $1 AND version = $9 - 1""")
                .execute(moving(c))
                .map(updated -> updated.rowCount() == 1);
    }

    static Future<Optional<Complaint>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM complaint WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> complaints(rows).stream().findFirst());
    }

    /** One for which something is due, kept from others until the transaction ends. */
    static Future<Optional<Complaint>> lockDue(SqlConnection tx, Instant now) {
        return tx.preparedQuery(
                        """
                        SELECT * FROM complaint WHERE next_due <= $1 ORDER BY next_due
                        LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .execute(Tuple.of(utc(now)))
                .map(rows -> complaints(rows).stream().findFirst());
    }

    /** Of a booking, the newest first. */
    static Future<List<Complaint>> ofBooking(SqlClient client, UUID booking) {
        return client.preparedQuery("SELECT * FROM complaint WHERE booking_id = $1 ORDER BY created_at DESC")
                .execute(Tuple.of(booking))
                .map(ComplaintRepository::complaints);
    }

    /** Those that are seen, the newest first. */
    static Future<List<Complaint>> list(
            SqlClient client, Jurisdiction sight, @Nullable ComplaintState state, TimeCursor after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM complaint
                        WHERE ($2::text IS NULL OR state = $2)
                          AND (created_at, id) < ($3, $4)
                          AND\s"""
                                + Jurisdiction.sees("$1", "$6", "enterprise_id", "provider_id")
                                + "ORDER BY created_at DESC, id DESC LIMIT $5")
                .execute(Tuple.of(
                        sight.own(),
                        state == null ? null : state.name(),
                        utc(after.at()),
                        after.id(),
                        limit,
                        sight.district()))
                .map(ComplaintRepository::complaints);
    }

    private static List<Complaint> complaints(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ComplaintRepository::complaint)
                .toList();
    }

    private static Complaint complaint(Row row) {
        OffsetDateTime next = row.getOffsetDateTime("next_due");
        return new Complaint(
                row.getUUID("id"),
                Json.stored(row.getValue("parties"), About.class),
                ComplaintSubject.valueOf(row.getString("subject")),
                row.getString("text"),
                ComplaintState.valueOf(row.getString("state")),
                new Due(
                        row.getOffsetDateTime("acknowledge_due").toInstant(),
                        row.getOffsetDateTime("answer_due").toInstant(),
                        next == null ? null : next.toInstant(),
                        row.getBoolean("late")),
                new Findings(
                        row.getString("answer"),
                        outcome(row.getString("proposed")),
                        outcome(row.getString("outcome")),
                        row.getString("decision")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static @Nullable ComplaintOutcome outcome(@Nullable String name) {
        return name == null ? null : ComplaintOutcome.valueOf(name);
    }

    private static @Nullable String name(@Nullable ComplaintOutcome outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
