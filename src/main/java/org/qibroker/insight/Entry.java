package org.qibroker.insight;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts.
 *
 * @param subject what it counts of
 * @param family empty where it is of none
 * @param number of the booking, empty if it is of none
 * @param title what it is about, empty if that is not known
 * @param month in which it counts, by its first day
 * @param bucket what it counts as: hours, or the kind of a gap
 * @param n how much it counts: minutes for capacity
 */
public record Entry(
        UUID subject,
        UUID enterpriseId,
        @Nullable UUID providerId,
        @Nullable UUID demandId,
        @Nullable UUID bookingId,
        String family,
        String district,
        String number,
        String title,
        LocalDate month,
        int bucket,
        long n,
        Source event) {

    /** The event by which it counts. */
    public record Source(long position, String kind, UUID stream, long sequence, String type, Instant at) {}

    static Entry of(Row row) {
        return new Entry(
                row.getUUID("subject"),
                row.getUUID("enterprise_id"),
                row.getUUID("provider_id"),
                row.getUUID("demand_id"),
                row.getUUID("booking_id"),
                row.getString("family"),
                row.getString("district"),
                row.getString("number"),
                row.getString("title"),
                row.getLocalDate("month"),
                row.getInteger("bucket"),
                row.getLong("n"),
                new Source(
                        row.getLong("position"),
                        row.getString("kind"),
                        row.getUUID("stream"),
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getOffsetDateTime("at").toInstant()));
    }
}
