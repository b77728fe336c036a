package org.qibroker.insight.open;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Wanted;
import org.qibroker.shared.RegionTime;

/** Reads what is open; $1 is always the only district, absent for all. */
final class OpenRepository {
    static final String BOOKINGS =
            """
            SELECT b.id, b.asked_at AS at, b.state, b.number, b.title, b.enterprise_id, b.provider_id,
                   coalesce(e.district, '') AS district
            FROM insight_booking b LEFT JOIN insight_enterprise e ON e.id = b.enterprise_id
            WHERE b.state NOT IN ('COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED')
              AND ($1::text IS NULL OR coalesce(e.district, '') = $1)""";
    static final String COMPLAINTS =
            """
            SELECT c.id, 'epoch'::timestamptz AS at, '' AS state, '' AS number, '' AS title, c.enterprise_id,
                   NULL::uuid AS provider_id, coalesce(e.district, '') AS district
            FROM insight_complaint c LEFT JOIN insight_enterprise e ON e.id = c.enterprise_id
            WHERE c.open AND ($1::text IS NULL OR coalesce(e.district, '') = $1)""";
    static final String UNVERIFIED =
            """
            SELECT e.id, 'epoch'::timestamptz AS at, '' AS state, '' AS number, '' AS title, e.id AS enterprise_id,
                   NULL::uuid AS provider_id, coalesce(e.district, '') AS district
            FROM insight_enterprise e
            WHERE e.unverified AND ($1::text IS NULL OR coalesce(e.district, '') = $1)""";
    private static final String OF_MONTHS = BOOKINGS
            + """
             AND b.asked_at >= $2 AND b.asked_at < $3
             AND ($4::text IS NULL OR b.family = $4)
             AND ($5::text IS NULL OR coalesce(e.industry, '') = $5)
             AND ($6::text IS NULL OR coalesce(e.size, '') = $6)
             AND ($7::text IS NULL OR ($7 = '') <> EXISTS (
                 SELECT FROM insight_demand d WHERE d.id = b.demand_id
                     AND CASE $7 WHEN '' THEN d.programmes <> '{}' ELSE $7 = ANY (d.programmes) END))
             AND ($8::text IS NULL OR ($8 = '') <> EXISTS (
                 SELECT FROM insight_demand d WHERE d.id = b.demand_id
                     AND CASE $8 WHEN '' THEN d.scenarios <> '{}' ELSE $8 = ANY (d.scenarios) END))
             AND ($9::text IS NULL OR b.provider_id::text = $9)""";

    private OpenRepository() {}

    /** Where a part of a list begins: after the thing of a time and an id, the newest first. */
    record After(Instant at, UUID id) {}

    /** Open bookings that were asked for in the months, by where they stand. */
    static Future<List<Standing>> standing(SqlClient client, Wanted wanted) {
        return client.preparedQuery("SELECT o.state, count(*) AS n FROM (" + OF_MONTHS + ") AS o GROUP BY o.state")
                .execute(values(wanted))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Standing(row.getString("state"), row.getLong("n")))
                        .toList());
    }

    /** Those that stand in one state. */
    static Future<List<OpenThing>> standing(SqlClient client, Wanted wanted, String state, After after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM (%s) AS o WHERE o.state = $10 AND (o.at, o.id) < ($11, $12)
                        ORDER BY o.at DESC, o.id DESC LIMIT $13"""
                                .formatted(OF_MONTHS))
                .execute(values(wanted)
                        .addString(state)
                        .addOffsetDateTime(after.at().atOffset(ZoneOffset.UTC))
                        .addUUID(after.id())
                        .addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OpenThing::of)
                        .toList());
    }

    private static Tuple values(Wanted wanted) {
        Tuple values = Tuple.of(
                wanted.filter(Dimension.DISTRICT),
                midnight(wanted.months().first()),
                midnight(wanted.months().last().plusMonths(1)));
        List.of(
                        Dimension.FAMILY,
                        Dimension.INDUSTRY,
                        Dimension.SIZE,
                        Dimension.PROGRAMME,
                        Dimension.SCENARIO,
                        Dimension.PROVIDER)
                .forEach(dimension -> values.addString(wanted.filter(dimension)));
        return values;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return RegionTime.start(day).atOffset(ZoneOffset.UTC);
    }

    /** How much waits of each kind. */
    static Future<Map<Waiting, Long>> waiting(SqlClient client, @Nullable String district) {
        String all = Stream.of(Waiting.values())
                .map(waiting -> "SELECT '%s' AS what, count(*) AS n FROM (%s) AS %s"
                        .formatted(waiting.name(), waiting.sql(), waiting.key()))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return client.preparedQuery(all).execute(Tuple.of(district)).map(rows -> {
            Map<Waiting, Long> counts = new EnumMap<>(Waiting.class);
            rows.forEach(row -> counts.put(Waiting.valueOf(row.getString("what")), row.getLong("n")));
            return counts;
        });
    }

    /** What waits of one kind. */
    static Future<List<OpenThing>> waiting(
            SqlClient client, Waiting waiting, @Nullable String district, After after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM (%s) AS o WHERE (o.at, o.id) < ($2, $3)
                        ORDER BY o.at DESC, o.id DESC LIMIT $4"""
                                .formatted(waiting.sql()))
                .execute(Tuple.of(district, after.at().atOffset(ZoneOffset.UTC), after.id(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OpenThing::of)
                        .toList());
    }
}
