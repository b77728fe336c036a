package org.qibroker.booking;

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
import org.qibroker.account.Jurisdiction;
import org.qibroker.booking.Progress.Drafting;
import org.qibroker.booking.Progress.Waiting;
import org.qibroker.booking.machine.ClockRules;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.platform.http.Json;

/** The tables {@code booking} and {@code booking_report}. */
final class BookingRepository {
    /** A booking with its report as last issued; what is JSON comes as text, which is read once. */
    static final String SELECT =
            """
            SELECT b.id, b.number, b.parties::text, b.ordered::text, b.state, b.version, b.created_at, b.resource_id,
                   b.resource_name, b.slot_start, b.slot_end, b.slot_zone, b.allocation_id, b.response_due,
                   b.turnaround_due, b.completion_due, b.waiting_on, b.waiting_since, b.waited_for_enterprise,
                   b.waited_for_provider, b.draft_ever, b.draft_submitted, b.draft_approved, b.draft_answer_due,
                   b.proposal::text, b.flags::text, r.number AS report_number, r.version AS report_version, r.issued_at AS report_issued_at,
                   r.reason AS report_reason, r.withdrawn_at AS report_withdrawn_at
            FROM booking b LEFT JOIN LATERAL (
                SELECT * FROM booking_report WHERE booking_id = b.id ORDER BY version DESC LIMIT 1) r ON true
            """;

    private BookingRepository() {}

    static Future<String> nextNumber(SqlConnection tx, Instant now) {
        return tx.preparedQuery(
                        """
                        SELECT 'QB' || to_char($1::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYMMDD') || '-'
                               || lpad(nextval('booking_number')::text, 5, '0') AS number""")
                .execute(Tuple.of(utc(now)))
                .map(rows -> rows.iterator().next().getString("number"));
    }

    static Future<Optional<Booking>> find(SqlClient client, UUID id) {
        return client.preparedQuery(SELECT + "WHERE b.id = $1")
                .execute(Tuple.of(id))
                .map(BookingRepository::first);
    }

    /**
     * The booking, kept from others who would change it until the transaction ends. Who writes down something about it
     * elsewhere, and so refers to it, does not wait: then nobody who follows many bookings waits for another who does.
     */
    static Future<Optional<Booking>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery(SELECT + "WHERE b.id = $1 FOR NO KEY UPDATE OF b")
                .execute(Tuple.of(id))
                .map(BookingRepository::first);
    }

    /** A booking for which something is due, kept from others until the transaction ends. */
    static Future<Optional<Booking>> lockDue(SqlConnection tx, Instant now) {
        return tx.preparedQuery(
                        SELECT
                                + """
                        WHERE b.next_due <= $1 ORDER BY b.next_due LIMIT 1 FOR NO KEY UPDATE OF b SKIP LOCKED""")
                .execute(Tuple.of(utc(now)))
                .map(BookingRepository::first);
    }

    /** The newest booking that is seen whose number is this or ends so. */
    static Future<Optional<Booking>> findByNumber(SqlClient client, String number, Jurisdiction sight) {
        return client.preparedQuery(SELECT
                        + """
                        WHERE right(b.number, length($1)) = $1 AND\s"""
                        + Jurisdiction.sees("$2", "$3", "b.enterprise_id", "b.provider_id")
                        + "ORDER BY b.id DESC LIMIT 1")
                .execute(Tuple.of(number, sight.own(), sight.district()))
                .map(BookingRepository::first);
    }

    static Future<Void> insert(SqlConnection tx, Booking booking) {
        return tx.preparedQuery(
                        """
                        INSERT INTO booking (id, version, state, resource_id, resource_name, slot_start, slot_end,
                            slot_zone, allocation_id, response_due, turnaround_due, completion_due, next_due,
                            waiting_on, waiting_since, waited_for_enterprise, waited_for_provider, draft_ever,
                            draft_submitted, draft_approved, draft_answer_due, proposal, number, enterprise_id,
                            provider_id, parties, demand_id, ordered, price_fen, created_at, acts_by, acts_next,
                            checked_on)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                            $20, $21, $22::text::jsonb, $23, $24, $25, $26::text::jsonb, $27, $28::text::jsonb, $29,
                            $30, $31, $32, ($30::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)""")
                .execute(insertValues(booking))
                .mapEmpty();
    }

    private static Tuple insertValues(Booking b) {
        return moving(b)
                .addString(b.number())
                .addUUID(b.parties().enterpriseId())
                .addUUID(b.parties().providerId())
                .addString(Json.write(b.parties()))
                .addUUID(b.order().demandId())
                .addString(Json.write(b.order()))
                .addLong(
                        b.order().terms().price() == null
                                ? null
                                : b.order().terms().price().amount())
                .addOffsetDateTime(utc(b.createdAt()))
                .addOffsetDateTime(utc(NextStep.actsBy(b)))
                .addString(NextStep.actsNext(b));
    }

    /** Writes what moves of a booking, and says whether it was still at the version before. */
    static Future<Boolean> update(SqlConnection tx, Booking booking) {
        return tx.preparedQuery(
                        """
                        UPDATE booking SET version = $2, state = $3, resource_id = $4, resource_name = $5,
                            slot_start = $6, slot_end = $7, slot_zone = $8, allocation_id = $9, response_due = $10,
                            turnaround_due = $11, completion_due = $12, next_due = $13, waiting_on = $14,
                            waiting_since = $15, waited_for_enterprise = $16, waited_for_provider = $17,
                            draft_ever = $18, draft_submitted = $19, draft_approved = $20, draft_answer_due = $21,
                            proposal = $22::text::jsonb, acts_by = $23, acts_next = $24,
                            flags = CASE WHEN $3 IN ('DECLINED', 'EXPIRED', 'CANCELLED', 'COMPLETED') THEN '[]'
                                         ELSE flags END
                        WHERE id = $1 AND version = $2 - 1""")
                .execute(moving(booking)
                        .addOffsetDateTime(utc(NextStep.actsBy(booking)))
                        .addString(NextStep.actsNext(booking)))
                .map(updated -> updated.rowCount() == 1);
    }

    private static Tuple moving(Booking b) {
        Progress p = b.progress();
        Tuple values = Tuple.tuple()
                .addUUID(b.id())
                .addLong(b.version())
                .addString(p.state().name());
        addPlace(values, b.place());
        addDue(values, p);
        addWaiting(values, p.waiting());
        addDrafting(values, p.drafting());
        return values.addString(p.proposal() == null ? null : Json.write(p.proposal()));
    }

    private static void addPlace(Tuple values, Booking.@Nullable Place place) {
        values.addUUID(place == null ? null : place.resourceId())
                .addString(place == null ? null : place.resource())
                .addOffsetDateTime(place == null ? null : utc(place.slot().start()))
                .addOffsetDateTime(place == null ? null : utc(place.slot().end()))
                .addString(place == null ? null : place.zone().getId())
                .addUUID(place == null ? null : place.allocationId());
    }

    private static void addDue(Tuple values, Progress p) {
        values.addOffsetDateTime(utcOrNull(p.due().response()))
                .addOffsetDateTime(utcOrNull(p.due().turnaround()))
                .addOffsetDateTime(utcOrNull(p.due().completion()))
                .addOffsetDateTime(utcOrNull(ClockRules.next(p).orElse(null)));
    }

    private static void addWaiting(Tuple values, Waiting waiting) {
        values.addString(waiting.on() == null ? null : waiting.on().name())
                .addOffsetDateTime(utcOrNull(waiting.since()))
                .addLong(waiting.byEnterprise().toSeconds())
                .addLong(waiting.byProvider().toSeconds());
    }

    private static void addDrafting(Tuple values, Drafting drafting) {
        values.addBoolean(drafting.ever())
                .addOffsetDateTime(utcOrNull(drafting.submittedAt()))
                .addOffsetDateTime(utcOrNull(drafting.approvedAt()))
                .addOffsetDateTime(utcOrNull(drafting.answerDue()));
    }

    /** Keeps the report as it is now; what was issued before stays. */
    static Future<Void> keep(SqlConnection tx, UUID booking, Report report) {
        return tx.preparedQuery(
                        """
                        INSERT INTO booking_report
                            (booking_id, provider_id, version, number, issued_at, reason, withdrawn_at)
                        SELECT id, provider_id, $2, $3, $4, $5, $6 FROM booking WHERE id = $1
                        ON CONFLICT ON CONSTRAINT booking_report_pk
                        DO UPDATE SET reason = excluded.reason, withdrawn_at = excluded.withdrawn_at""")
                .execute(Tuple.of(
                        booking,
                        report.version(),
                        report.number(),
                        utc(report.issuedAt()),
                        report.reason(),
                        utcOrNull(report.withdrawnAt())))
                .mapEmpty();
    }

    /** All versions of the report of a booking, the first one first. */
    static Future<List<Report>> reports(SqlClient client, UUID booking) {
        return client.preparedQuery(
                        """
                        SELECT number AS report_number, version AS report_version, issued_at AS report_issued_at,
                               reason AS report_reason, withdrawn_at AS report_withdrawn_at
                        FROM booking_report WHERE booking_id = $1 ORDER BY version""")
                .execute(Tuple.of(booking))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BookingRow::report)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Booking> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    /** All rows as bookings. */
    static List<Booking> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BookingRow::of)
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
