package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.platform.database.OpenLimit.Open;
import org.qibroker.resource.place.Claim;
import org.qibroker.resource.place.Hold;

/** Holds in the table {@code allocation}: places with an expiry and without a booking. */
final class HoldRepository {
    private HoldRepository() {}

    /** The holds of an organisation that have not expired. */
    static Future<Open> open(SqlConnection tx, UUID organisation, Instant now) {
        return tx.preparedQuery(
                        """
                        SELECT count(*) AS held, min(expires_at) AS first FROM allocation
                        WHERE organisation_id = $1 AND live AND booking_id IS NULL AND first_id IS NULL
                          AND expires_at > $2""")
                .execute(Tuple.of(organisation, utc(now)))
                .map(rows -> open(rows.iterator().next()));
    }

    private static Open open(Row row) {
        OffsetDateTime first = row.getOffsetDateTime("first");
        return new Open(row.getInteger("held"), first == null ? null : first.toInstant());
    }

    /** Makes the places of a hold of the organisation's that has not expired the booking's; absent if there is none. */
    static Future<Optional<Hold>> take(SqlConnection tx, UUID hold, Claim claim, Instant now) {
        Instant expires = claim.expiresAt();
        return tx.preparedQuery(
                        """
                        UPDATE allocation SET booking_id = $4, expires_at = $5
                        WHERE (id = $1 OR first_id = $1) AND organisation_id = $2 AND booking_id IS NULL AND live
                          AND expires_at > $3
                        RETURNING resource_id, slot_start, slot_end, $3::timestamptz AS expires_at""")
                .execute(Tuple.of(
                        hold,
                        claim.organisationId(),
                        utc(now),
                        claim.bookingId(),
                        expires == null ? null : utc(expires)))
                .map(rows -> together(hold, rows));
    }

    /** Whether there was such a hold of the organisation's; it is live no more. */
    static Future<Boolean> release(SqlConnection tx, UUID id, UUID organisation) {
        return tx.preparedQuery(
                        """
                        UPDATE allocation SET live = false
                        WHERE (id = $1 OR first_id = $1) AND organisation_id = $2 AND booking_id IS NULL
                          AND NOT overdue""")
                .execute(Tuple.of(id, organisation))
                .map(updated -> updated.rowCount() > 0);
    }

    /** A hold by its id, if it is live, the organisation's and not expired. */
    static Future<Optional<Hold>> find(SqlClient client, UUID id, UUID organisation, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT * FROM allocation
                        WHERE (id = $1 OR first_id = $1) AND organisation_id = $2 AND booking_id IS NULL AND live
                          AND expires_at > $3""")
                .execute(Tuple.of(id, organisation, utc(now)))
                .map(rows -> together(id, rows));
    }

    private static Optional<Hold> together(UUID id, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> holdOf(id, row))
                .reduce(HoldRepository::both);
    }

    private static Hold both(Hold one, Hold other) {
        return new Hold(
                one.id(),
                one.resourceId(),
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end(),
                one.pieces() + other.pieces(),
                one.expiresAt());
    }

    private static Hold holdOf(UUID id, Row row) {
        return new Hold(
                id,
                row.getUUID("resource_id"),
                row.getOffsetDateTime("slot_start").toInstant(),
                row.getOffsetDateTime("slot_end").toInstant(),
                1,
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
