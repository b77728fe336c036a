package org.qibroker.insight;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads what is counted, one by one. */
final class EntryRepository {
    private EntryRepository() {}

    /** Where a part of a list begins: after the fact of an event and a subject, the newest first. */
    record After(long position, UUID subject) {}

    /** What a figure counts, the newest first; of each enterprise or provider the newest, where those are counted. */
    static Future<List<Entry>> list(SqlClient client, Figure figure, Wanted wanted, After after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT c.*, coalesce(b.number, '') AS number, coalesce(b.title, d.title, '') AS title,
                               v.type, v.kind, v.stream, v.sequence
                        FROM (SELECT %s c.position, c.subject, c.measure, c.at, c.month, c.enterprise_id, c.provider_id,
                                     c.demand_id, c.booking_id, c.family, c.district, c.bucket, c.n
                              FROM insight_counted c %s
                              WHERE c.measure = ANY ($1) AND c.month BETWEEN $2 AND $3 AND c.n <> 0
                                AND ($6::int IS NULL OR c.bucket = $6)
                                AND ($7::text IS NULL OR c.district = $7)
                                AND ($8::text IS NULL OR c.family = $8)
                                AND ($9::text IS NULL OR c.industry = $9)
                                AND ($10::text IS NULL OR c.size = $10)
                                AND ($11::text IS NULL
                                    OR CASE $11 WHEN '' THEN c.programmes = '{}' ELSE $11 = ANY (c.programmes) END)
                                AND ($12::text IS NULL
                                    OR CASE $12 WHEN '' THEN c.scenarios = '{}' ELSE $12 = ANY (c.scenarios) END)
                                AND ($13::text IS NULL OR c.provider_id::text = $13)
                              %s) AS c
                            JOIN event v ON v.position = c.position
                            LEFT JOIN insight_booking b ON b.id = c.booking_id
                            LEFT JOIN insight_demand d ON d.id = c.demand_id
                        WHERE (c.position, c.subject) < ($4, $5)
                        ORDER BY c.position DESC, c.subject DESC LIMIT $14"""
                                .formatted(first(figure), known(figure), newest(figure)))
                .execute(values(figure, wanted, after).addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Entry::of)
                        .toList());
    }

    private static String first(Figure figure) {
        return switch (figure.each()) {
            case FACT -> "";
            case ENTERPRISE -> "DISTINCT ON (c.enterprise_id)";
            case PROVIDER -> "DISTINCT ON (c.provider_id)";
        };
    }

    private static String newest(Figure figure) {
        return switch (figure.each()) {
            case FACT -> "";
            case ENTERPRISE -> "ORDER BY c.enterprise_id, c.position DESC, c.subject DESC";
            case PROVIDER -> "ORDER BY c.provider_id, c.position DESC, c.subject DESC";
        };
    }

    /** Enterprises that did not ask before these months, or did. */
    private static String known(Figure figure) {
        return switch (figure) {
            case NEW_ENTERPRISES -> "JOIN insight_enterprise e ON e.id = c.enterprise_id AND e.first_active >= $2";
            case RETURNING_ENTERPRISES -> "JOIN insight_enterprise e ON e.id = c.enterprise_id AND e.first_active < $2";
            default -> "";
        };
    }

    private static Tuple values(Figure figure, Wanted wanted, After after) {
        String[] measures = figure.listed().stream().map(Enum::name).toArray(String[]::new);
        Tuple values = Tuple.tuple()
                .addArrayOfString(measures)
                .addLocalDate(wanted.months().first())
                .addLocalDate(wanted.months().last())
                .addLong(after.position())
                .addUUID(after.subject())
                .addInteger(figure.bucket());
        for (Dimension dimension : List.of(
                Dimension.DISTRICT,
                Dimension.FAMILY,
                Dimension.INDUSTRY,
                Dimension.SIZE,
                Dimension.PROGRAMME,
                Dimension.SCENARIO,
                Dimension.PROVIDER)) {
            values.addString(wanted.filter(dimension));
        }
        return values;
    }
}
