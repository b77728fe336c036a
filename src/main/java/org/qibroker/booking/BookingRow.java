package org.qibroker.booking;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Progress.Drafting;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Progress.Waiting;
import org.qibroker.booking.flag.Flag;
import org.qibroker.platform.http.Json;
import org.qibroker.resource.Slot;

/** A booking as its row says. */
final class BookingRow {
    private BookingRow() {}

    static Booking of(Row row) {
        return new Booking(
                row.getUUID("id"),
                row.getString("number"),
                stored(row, "parties", Booking.Parties.class),
                stored(row, "ordered", Booking.Order.class),
                place(row),
                progress(row),
                List.of(stored(row, "flags", Flag[].class)),
                row.getLong("version"),
                when(row, "created_at"));
    }

    private static Booking.@Nullable Place place(Row row) {
        UUID resource = row.getUUID("resource_id");
        return resource == null
                ? null
                : new Booking.Place(
                        resource,
                        row.getString("resource_name"),
                        new Slot(when(row, "slot_start"), when(row, "slot_end")),
                        ZoneId.of(row.getString("slot_zone")),
                        row.getUUID("allocation_id"));
    }

    private static Progress progress(Row row) {
        return new Progress(
                BookingState.valueOf(row.getString("state")),
                new Due(
                        whenever(row, "response_due"),
                        whenever(row, "turnaround_due"),
                        whenever(row, "completion_due")),
                waiting(row),
                new Drafting(
                        row.getBoolean("draft_ever"),
                        whenever(row, "draft_submitted"),
                        whenever(row, "draft_approved"),
                        whenever(row, "draft_answer_due")),
                row.getString("proposal") == null ? null : stored(row, "proposal", Proposal.class),
                report(row).orElse(null));
    }

    private static Waiting waiting(Row row) {
        String on = row.getString("waiting_on");
        return new Waiting(
                on == null ? null : Actor.valueOf(on),
                whenever(row, "waiting_since"),
                Duration.ofSeconds(row.getLong("waited_for_enterprise")),
                Duration.ofSeconds(row.getLong("waited_for_provider")));
    }

    /** The report that a row tells of, if it tells of one. */
    static Optional<Report> report(Row row) {
        return row.getString("report_number") == null
                ? Optional.empty()
                : Optional.of(new Report(
                        row.getString("report_number"),
                        row.getInteger("report_version"),
                        when(row, "report_issued_at"),
                        row.getString("report_reason"),
                        whenever(row, "report_withdrawn_at")));
    }

    private static <T> T stored(Row row, String column, Class<T> type) {
        return Json.read(row.getString(column), type);
    }

    private static Instant when(Row row, String column) {
        return Objects.requireNonNull(whenever(row, column));
    }

    private static @Nullable Instant whenever(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
