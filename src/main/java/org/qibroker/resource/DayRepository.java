package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.qibroker.resource.AllocationRepository.Wanted;
import org.qibroker.resource.offer.DayShare;

/** Places of whole days in the table {@code allocation}. */
final class DayRepository {
    private DayRepository() {}

    /** How many places each of the days, in their order, has left; holds that have expired do not count. */
    static Future<List<Integer>> free(SqlClient client, UUID resource, List<Slot> days, Instant now) {
        return client.preparedQuery(
                        """
                        WITH unit AS (SELECT id FROM resource_unit WHERE resource_id = $1 AND in_service),
                        day AS (SELECT * FROM unnest($2::timestamptz[], $3::timestamptz[])
                                WITH ORDINALITY AS d(day_start, day_end, nth)),
                        taken AS MATERIALIZED (
                            SELECT a.unit_id, a.during FROM unit JOIN allocation a ON a.unit_id = unit.id
                            WHERE a.live AND (a.expires_at IS NULL OR a.expires_at > $4)
                              AND a.during && (SELECT tstzrange(min(day_start), max(day_end)) FROM day))
                        SELECT (SELECT count(*) FROM unit) - count(DISTINCT taken.unit_id) AS free
                        FROM day LEFT JOIN taken ON taken.during && tstzrange(day_start, day_end)
                        GROUP BY nth ORDER BY nth""")
                .execute(Tuple.of(resource, times(days, Slot::start), times(days, Slot::end), utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getInteger("free"))
                        .toList());
    }

    /** Takes places of days for a resource as it was seen, and says how many it got. */
    static Future<Integer> insert(SqlConnection tx, Wanted wanted, List<DayShare> shares) {
        List<Slot> days = shares.stream().map(DayShare::day).toList();
        return tx.preparedQuery(
                        """
                        WITH seen AS (SELECT id FROM resource WHERE id = $2 AND version = $3 FOR KEY SHARE),
                        share AS (SELECT * FROM unnest($4::timestamptz[], $5::timestamptz[], $6::integer[])
                                  AS s(day_start, day_end, pieces)),
                        free AS (
                            SELECT share.*, u.id AS unit_id,
                                   row_number() OVER (PARTITION BY share.day_start ORDER BY u.ordinal) AS nth
                            FROM seen JOIN resource_unit u ON u.resource_id = seen.id AND u.in_service CROSS JOIN share
                            WHERE NOT EXISTS (
                                SELECT FROM allocation a
                                WHERE a.unit_id = u.id AND a.live AND a.during && tstzrange(day_start, day_end))),
                        numbered AS (
                            SELECT free.*, row_number() OVER (ORDER BY day_start, nth) AS n FROM free
                            WHERE nth <= pieces)
                        INSERT INTO allocation (id, first_id, resource_id, unit_id, during, slot_start, slot_end,
                                                organisation_id, booking_id, expires_at, live)
                        SELECT CASE n WHEN 1 THEN $1::uuid ELSE gen_random_uuid() END,
                               CASE n WHEN 1 THEN NULL ELSE $1::uuid END,
                               $2, unit_id, tstzrange(day_start, day_end), day_start, day_end, $7, $8, $9, true
                        FROM numbered
                        ON CONFLICT ON CONSTRAINT allocation_no_overlap DO NOTHING""")
                .execute(Tuple.tuple()
                        .addUUID(wanted.id())
                        .addUUID(wanted.resource().id())
                        .addLong(wanted.resource().version())
                        .addArrayOfOffsetDateTime(times(days, Slot::start))
                        .addArrayOfOffsetDateTime(times(days, Slot::end))
                        .addArrayOfInteger(shares.stream().map(DayShare::pieces).toArray(Integer[]::new))
                        .addUUID(wanted.organisationId())
                        .addUUID(wanted.bookingId())
                        .addOffsetDateTime(wanted.expiresAt() == null ? null : utc(wanted.expiresAt())))
                .map(inserted -> inserted.rowCount());
    }

    private static OffsetDateTime[] times(List<Slot> days, Function<Slot, Instant> end) {
        return days.stream().map(end).map(DayRepository::utc).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
