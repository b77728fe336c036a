package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table {@code allocation}. */
final class AllocationRepository {
    private AllocationRepository() {}

    /**
     * Places wanted.
     *
     * @param id of the allocation to be, the first of several
     * @param pieces how many places
     * @param bookingId absent for a hold
     * @param expiresAt absent if taken for good
     */
    record Wanted(
            UUID id,
            Resource resource,
            Slot slot,
            int pieces,
            UUID organisationId,
            @Nullable UUID bookingId,
            @Nullable Instant expiresAt) {
        /** The slot with its buffers. */
        Slot during() {
            return resource.taken(slot);
        }
    }

    /** How a resource stands towards somebody who wants a place and did not get one. */
    enum Standing {
        /** A unit is free all the same. */
        FREE,
        /** No unit is. */
        FULL,
        /** It is not any more what it was. */
        CHANGED
    }

    /**
     * Takes any unit that is free of a resource as it was seen, and says whether it got one. Where another transaction is
     * taking the same unit the constraint lets this one wait for its end; then the unit is not free, and others may be.
     * Where another is changing the resource this one waits, too, and then gets none.
     *
     * @param unit the only one that will do, absent if any does
     */
    static Future<Boolean> insert(SqlConnection tx, Wanted wanted, @Nullable Integer unit) {
        return tx.preparedQuery(
                        """
                        WITH seen AS (SELECT id FROM resource WHERE id = $2 AND version = $10 FOR KEY SHARE)
                        INSERT INTO allocation (id, resource_id, unit_id, during, slot_start, slot_end,
                                                organisation_id, booking_id, expires_at, live)
                        SELECT $1, u.resource_id, u.id, tstzrange($3, $4), $5, $6, $7, $8, $9, true
                        FROM seen JOIN resource_unit u ON u.resource_id = seen.id
                        WHERE u.in_service AND ($11::integer IS NULL OR u.ordinal = $11) AND NOT EXISTS (
                            SELECT FROM allocation a
                            WHERE a.unit_id = u.id AND a.live AND a.during && tstzrange($3, $4))
                        ORDER BY random() LIMIT 1
                        ON CONFLICT ON CONSTRAINT allocation_no_overlap DO NOTHING""")
                .execute(values(wanted).addInteger(unit))
                .map(inserted -> inserted.rowCount() == 1);
    }

    private static Tuple values(Wanted w) {
        return Tuple.tuple()
                .addUUID(w.id())
                .addUUID(w.resource().id())
                .addOffsetDateTime(utc(w.during().start()))
                .addOffsetDateTime(utc(w.during().end()))
                .addOffsetDateTime(utc(w.slot().start()))
                .addOffsetDateTime(utc(w.slot().end()))
                .addUUID(w.organisationId())
                .addUUID(w.bookingId())
                .addOffsetDateTime(w.expiresAt() == null ? null : utc(w.expiresAt()))
                .addLong(w.resource().version());
    }

    /** Locks resources in one order for those who lock them too. */
    static Future<Void> lock(SqlConnection tx, List<UUID> resources) {
        return tx.preparedQuery(
                        """
                        SELECT count(pg_advisory_xact_lock(hashtextextended('places of ' || id, 0)))
                        FROM (SELECT unnest($1::uuid[])::text AS id ORDER BY 1) AS ordered""")
                .execute(Tuple.tuple().addArrayOfUUID(resources.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /** Releases what has expired and is in the way, in a fixed order so that two releases never wait for each other. */
    static Future<Void> releaseExpired(SqlConnection tx, UUID resource, Slot during, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE allocation SET live = false WHERE id IN (
                            SELECT a.id FROM resource_unit u JOIN allocation a ON a.unit_id = u.id
                            WHERE u.resource_id = $1 AND a.live AND a.expires_at <= $4
                              AND a.during && tstzrange($2, $3)
                            ORDER BY a.id FOR UPDATE OF a)""")
                .execute(Tuple.of(resource, utc(during.start()), utc(during.end()), utc(now)))
                .mapEmpty();
    }

    /** How a resource that was seen stands now. */
    static Future<Standing> standing(SqlClient client, Wanted wanted) {
        return client.preparedQuery(
                        """
                        SELECT r.version, EXISTS (
                            SELECT FROM resource_unit u
                            WHERE u.resource_id = $1 AND u.in_service AND NOT EXISTS (
                                SELECT FROM allocation a
                                WHERE a.unit_id = u.id AND a.live AND a.during && tstzrange($2, $3))) AS free
                        FROM resource r WHERE r.id = $1""")
                .execute(Tuple.of(
                        wanted.resource().id(),
                        utc(wanted.during().start()),
                        utc(wanted.during().end())))
                .map(rows -> standing(rows.iterator().next(), wanted));
    }

    private static Standing standing(Row row, Wanted wanted) {
        if (row.getLong("version") != wanted.resource().version()) {
            return Standing.CHANGED;
        }
        return row.getBoolean("free") ? Standing.FREE : Standing.FULL;
    }

    /** When each unit in service is taken within a time; holds that have expired do not count. */
    static Future<List<List<Slot>>> taken(SqlClient client, UUID resource, Slot within, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT u.id, lower(a.during * tstzrange($2, $3)) AS taken_from,
                               upper(a.during * tstzrange($2, $3)) AS taken_to
                        FROM resource_unit u LEFT JOIN allocation a
                            ON a.unit_id = u.id AND a.live AND a.during && tstzrange($2, $3)
                            AND (a.expires_at IS NULL OR a.expires_at > $4)
                        WHERE u.resource_id = $1 AND u.in_service""")
                .execute(Tuple.of(resource, utc(within.start()), utc(within.end()), utc(now)))
                .map(AllocationRepository::byUnit);
    }

    /** The same of several resources. */
    static Future<Map<UUID, List<List<Slot>>>> taken(SqlClient client, List<UUID> resources, Slot within, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT u.resource_id, u.id, lower(a.during * tstzrange($2, $3)) AS taken_from,
                               upper(a.during * tstzrange($2, $3)) AS taken_to
                        FROM resource_unit u LEFT JOIN allocation a
                            ON a.unit_id = u.id AND a.live AND a.during && tstzrange($2, $3)
                            AND (a.expires_at IS NULL OR a.expires_at > $4)
                        WHERE u.resource_id = ANY($1) AND u.in_service""")
                .execute(Tuple.of(resources.toArray(UUID[]::new), utc(within.start()), utc(within.end()), utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(row -> row.getUUID("resource_id"))))
                .map(AllocationRepository::byResource);
    }

    private static Map<UUID, List<List<Slot>>> byResource(Map<UUID, List<Row>> rows) {
        Map<UUID, List<List<Slot>>> taken = new HashMap<>();
        rows.forEach((resource, own) -> taken.put(resource, byUnit(own)));
        return taken;
    }

    private static List<List<Slot>> byUnit(Iterable<Row> rows) {
        Map<UUID, List<Slot>> units = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Slot> taken = units.computeIfAbsent(row.getUUID("id"), unit -> new ArrayList<>());
            OffsetDateTime from = row.getOffsetDateTime("taken_from");
            if (from != null) {
                OffsetDateTime to = row.getOffsetDateTime("taken_to");
                taken.add(new Slot(from.toInstant(), to.toInstant()));
            }
        }
        return List.copyOf(units.values());
    }

    /** Takes the expiry away, if it has not passed. */
    static Future<Boolean> confirm(SqlConnection tx, UUID id, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE allocation SET expires_at = NULL
                        WHERE (id = $1 OR first_id = $1) AND live AND (expires_at IS NULL OR expires_at > $2)""")
                .execute(Tuple.of(id, utc(now)))
                .map(updated -> updated.rowCount() > 0);
    }

    static Future<Void> release(SqlConnection tx, UUID id) {
        return tx.preparedQuery("UPDATE allocation SET live = false WHERE (id = $1 OR first_id = $1) AND live")
                .execute(Tuple.of(id))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
