package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.IdSource;

/** The tables {@code resource} and {@code resource_unit}. */
final class ResourceRepository {
    private ResourceRepository() {}

    static Future<Optional<Resource>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM resource WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The resources with these ids, and those that have places of bookings with these ids; all if none are named. */
    static Future<List<Resource>> touched(SqlClient client, @Nullable List<UUID> ids) {
        return client.preparedQuery(
                        """
                        SELECT r.* FROM resource r
                        WHERE $1::uuid[] IS NULL OR r.id = ANY($1)
                           OR r.id IN (SELECT a.resource_id FROM allocation a WHERE a.booking_id = ANY($1))""")
                .execute(Tuple.tuple().addArrayOfUUID(ids == null ? null : ids.toArray(UUID[]::new)))
                .map(ResourceRepository::all);
    }

    static Future<List<Resource>> ofProvider(SqlClient client, UUID provider, @Nullable UUID after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM resource
                        WHERE provider_id = $1 AND ($2::uuid IS NULL OR id > $2)
                        ORDER BY id LIMIT $3""")
                .execute(Tuple.of(provider, after, limit))
                .map(ResourceRepository::all);
    }

    static Future<List<Resource>> shared(SqlClient client) {
        return client.query("SELECT * FROM resource WHERE shared_idle ORDER BY provider_id, id")
                .execute()
                .map(ResourceRepository::all);
    }

    /**
     * The resource, kept from others who would change it or take a place of it until the transaction ends; those who are
     * taking one now come first.
     */
    static Future<Optional<Resource>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery("SELECT * FROM resource WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    static Future<Void> insert(SqlConnection tx, Resource resource) {
        return tx.preparedQuery(
                        """
                        INSERT INTO resource (id, provider_id, site_id, name, capacity, slot_minutes, buffer_before,
                                              buffer_after, zone, opening_hours, closures, shared_idle,
                                              version, kind, mode, notice_hours, horizon_days, calibration_due)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11::text::jsonb, $12, $13,
                                $14, $15, $16, $17, $18)""")
                .execute(values(resource))
                .mapEmpty();
    }

    /** Whether the resource was still at the version before. */
    static Future<Boolean> update(SqlConnection tx, Resource resource) {
        return tx.preparedQuery(
                        """
                        UPDATE resource SET site_id = $3, name = $4, capacity = $5, slot_minutes = $6,
                            buffer_before = $7, buffer_after = $8, zone = $9, opening_hours = $10::text::jsonb,
                            closures = $11::text::jsonb, shared_idle = $12, version = $13, kind = $14, mode = $15,
                            notice_hours = $16, horizon_days = $17, calibration_due = $18
                        WHERE id = $1 AND provider_id = $2 AND version = $13 - 1""")
                .execute(values(resource))
                .map(updated -> updated.rowCount() == 1);
    }

    /** Has exactly as many units in service as the capacity says. */
    static Future<Void> provideUnits(SqlConnection tx, Resource resource, IdSource ids) {
        List<Tuple> units = IntStream.rangeClosed(1, resource.capacity())
                .mapToObj(ordinal -> Tuple.of(ids.next(), resource.id(), ordinal))
                .toList();
        return tx.preparedQuery("UPDATE resource_unit SET in_service = ordinal <= $2 WHERE resource_id = $1")
                .execute(Tuple.of(resource.id(), resource.capacity()))
                .compose(updated -> tx.preparedQuery(
                                """
                                INSERT INTO resource_unit (id, resource_id, ordinal, in_service)
                                VALUES ($1, $2, $3, true)
                                ON CONFLICT ON CONSTRAINT resource_unit_once DO NOTHING""")
                        .executeBatch(units))
                .mapEmpty();
    }

    private static Tuple values(Resource r) {
        return Tuple.tuple()
                .addUUID(r.id())
                .addUUID(r.providerId())
                .addUUID(r.siteId())
                .addString(r.name())
                .addInteger(r.capacity())
                .addInteger(r.slotMinutes())
                .addInteger(r.bufferBeforeMinutes())
                .addInteger(r.bufferAfterMinutes())
                .addString(r.zone().getId())
                .addString(Json.write(r.openingHours()))
                .addString(Json.write(r.closures()))
                .addBoolean(r.sharedIdle())
                .addLong(r.version())
                .addString(r.kind().name())
                .addString(r.mode().name())
                .addInteger(r.noticeHours())
                .addInteger(r.horizonDays())
                .addLocalDate(r.calibrationDue());
    }

    private static List<Resource> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ResourceRepository::of)
                .toList();
    }

    private static Resource of(Row row) {
        return new Resource(
                row.getUUID("id"),
                row.getUUID("provider_id"),
                row.getUUID("site_id"),
                row.getString("name"),
                ResourceKind.valueOf(row.getString("kind")),
                ResourceMode.valueOf(row.getString("mode")),
                row.getInteger("capacity"),
                List.of(stored(row, "opening_hours", OpeningHours[].class)),
                List.of(stored(row, "closures", Closure[].class)),
                row.getInteger("slot_minutes"),
                row.getInteger("buffer_before"),
                row.getInteger("buffer_after"),
                ZoneId.of(row.getString("zone")),
                row.getInteger("notice_hours"),
                row.getInteger("horizon_days"),
                row.getLocalDate("calibration_due"),
                row.getBoolean("shared_idle"),
                row.getLong("version"));
    }

    private static <T> T stored(Row row, String column, Class<T> type) {
        return Json.stored(row.getValue(column), type);
    }
}
