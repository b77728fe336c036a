package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.resource.place.Occupied;

/** What is taken of a resource, in the tables {@code allocation} and {@code resource_unit}. */
final class OccupancyRepository {
    private OccupancyRepository() {}

    /** What is booked or held within a time, by start; holds that have expired do not count. */
    static Future<List<Occupied>> within(SqlClient client, UUID resource, Slot time, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT a.*, u.ordinal FROM resource_unit u JOIN allocation a ON a.unit_id = u.id
                        WHERE u.resource_id = $1 AND a.live AND NOT a.overdue AND a.during && tstzrange($2, $3)
                          AND a.slot_end > $2 AND a.slot_start < $3 AND (a.expires_at IS NULL OR a.expires_at > $4)
                        ORDER BY a.slot_start, u.ordinal""")
                .execute(Tuple.of(resource, utc(time.start()), utc(time.end()), utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OccupancyRepository::of)
                        .toList());
    }

    /** Moves a place to any unit in service that is free for it, and says whether there was one. */
    static Future<Boolean> move(SqlConnection tx, UUID allocation) {
        return tx.preparedQuery(
                        """
                        UPDATE allocation SET unit_id = target.id FROM (
                            SELECT u.id FROM allocation a JOIN resource_unit u USING (resource_id)
                            WHERE a.id = $1 AND u.in_service AND NOT EXISTS (
                                SELECT FROM allocation o WHERE o.unit_id = u.id AND o.live AND o.during && a.during)
                            ORDER BY u.ordinal LIMIT 1) AS target
                        WHERE allocation.id = $1""")
                .execute(Tuple.of(allocation))
                .map(updated -> updated.rowCount() == 1);
    }

    /** Takes all units from a moment on because the calibration is overdue, and gives back those taken so before. */
    static Future<Void> overdue(SqlConnection tx, Resource resource, @Nullable Instant from) {
        Future<?> back = tx.preparedQuery("DELETE FROM allocation WHERE resource_id = $1 AND overdue")
                .execute(Tuple.of(resource.id()));
        return from == null
                ? back.mapEmpty()
                : back.compose(done -> tx.preparedQuery(
                                        """
                        INSERT INTO allocation (id, resource_id, unit_id, during, slot_start, slot_end,
                                                organisation_id, overdue, live)
                        SELECT gen_random_uuid(), resource_id, id, tstzrange($2, 'infinity'), $2, 'infinity', $3,
                               true, true
                        FROM resource_unit WHERE resource_id = $1""")
                                .execute(Tuple.of(resource.id(), utc(from), resource.providerId())))
                        .mapEmpty();
    }

    private static Occupied of(Row row) {
        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
        return new Occupied(
                row.getUUID("id"),
                row.getInteger("ordinal"),
                row.getUUID("organisation_id"),
                row.getUUID("booking_id"),
                new Slot(
                        row.getOffsetDateTime("slot_start").toInstant(),
                        row.getOffsetDateTime("slot_end").toInstant()),
                expires == null ? null : expires.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
