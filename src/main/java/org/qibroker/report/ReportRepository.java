package org.qibroker.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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
import org.qibroker.platform.http.Json;
import org.qibroker.report.conformity.Statement;

/** The table {@code report_content}. Numbers come as they were written, so the statement is read as text. */
final class ReportRepository {
    private static final String SELECT =
            """
            SELECT booking_id, round, file_id, statement::text AS statement, code, changed_at, submitted_at, version
            FROM report_content
            """;

    private ReportRepository() {}

    /** Everything that was written for a booking, the first round first. */
    static Future<List<Content>> ofBooking(SqlClient client, UUID booking) {
        return client.preparedQuery(SELECT + "WHERE booking_id = $1 ORDER BY round")
                .execute(Tuple.of(booking))
                .map(ReportRepository::all);
    }

    /** The last round, kept from others until the transaction ends. */
    static Future<Optional<Content>> lockLast(SqlConnection tx, UUID booking) {
        return tx.preparedQuery(SELECT + "WHERE booking_id = $1 ORDER BY round DESC LIMIT 1 FOR UPDATE")
                .execute(Tuple.of(booking))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** What was issued under a code. */
    static Future<Optional<Content>> issued(SqlClient client, VerificationCode code) {
        return client.preparedQuery(SELECT + "WHERE code = $1 AND version IS NOT NULL")
                .execute(Tuple.of(code.value()))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** What was issued with one of the files, the last version first. */
    static Future<List<Content>> issued(SqlClient client, List<UUID> files) {
        return client.preparedQuery(
                        SELECT + "WHERE file_id = ANY ($1) AND version IS NOT NULL ORDER BY version DESC LIMIT 20")
                .execute(Tuple.of(files.toArray(UUID[]::new)))
                .map(ReportRepository::all);
    }

    static Future<Void> insert(SqlConnection tx, Content content) {
        return tx.preparedQuery(
                        """
                        INSERT INTO report_content
                            (booking_id, round, file_id, statement, code, changed_at, submitted_at, version)
                        VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8)""")
                .execute(Tuple.of(
                        content.bookingId(),
                        content.round(),
                        content.fileId(),
                        Json.write(content.statement()),
                        content.code().value(),
                        utc(content.changedAt()),
                        content.submittedAt() == null ? null : utc(content.submittedAt()),
                        content.version()))
                .mapEmpty();
    }

    static Future<Void> rewrite(SqlConnection tx, Content content) {
        return tx.preparedQuery(
                        """
                        UPDATE report_content SET file_id = $3, statement = $4::text::jsonb, changed_at = $5
                        WHERE booking_id = $1 AND round = $2""")
                .execute(Tuple.of(
                        content.bookingId(),
                        content.round(),
                        content.fileId(),
                        Json.write(content.statement()),
                        utc(content.changedAt())))
                .mapEmpty();
    }

    static Future<Void> submit(SqlConnection tx, Content content, Instant now) {
        return tx.preparedQuery("UPDATE report_content SET submitted_at = $3 WHERE booking_id = $1 AND round = $2")
                .execute(Tuple.of(content.bookingId(), content.round(), utc(now)))
                .mapEmpty();
    }

    static Future<Void> issue(SqlConnection tx, Content content, int version) {
        return tx.preparedQuery("UPDATE report_content SET version = $3 WHERE booking_id = $1 AND round = $2")
                .execute(Tuple.of(content.bookingId(), content.round(), version))
                .mapEmpty();
    }

    private static List<Content> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ReportRepository::of)
                .toList();
    }

    private static Content of(Row row) {
        return new Content(
                row.getUUID("booking_id"),
                row.getInteger("round"),
                row.getUUID("file_id"),
                Json.read(row.getString("statement"), Statement.class),
                new VerificationCode(row.getString("code")),
                row.getOffsetDateTime("changed_at").toInstant(),
                whenever(row, "submitted_at"),
                row.getInteger("version"));
    }

    private static @Nullable Instant whenever(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
