package org.qibroker.insight;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many enterprises stand behind what is counted. Each counts once in a run of months: in the first of them in
 * which it is present.
 */
final class EnterpriseRepository {
    private EnterpriseRepository() {}

    /** Enterprises that asked for something, by value; those of a provider are not kept apart. */
    static Future<RowSet<Row>> actives(SqlClient client, Parted parted) {
        return client.preparedQuery(
                        """
                        SELECT %s AS value, sum(r.n)::bigint AS active,
                               coalesce(sum(r.n) FILTER (WHERE r.first >= %s), 0)::bigint AS fresh
                        FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS period (first, last, place)
                            JOIN insight_reach r ON r.month BETWEEN period.first AND period.last
                        WHERE r.dimension = $1 AND r.measure = 'ASKS' AND %s AND %s
                          AND ($4::text IS NULL OR r.key = $4) AND ($5::text IS NULL OR r.district = $5)
                          AND ($6::text IS NULL OR r.family = $6)
                        GROUP BY 1
                        HAVING sum(r.n) > 0"""
                                .formatted(
                                        parted.value(),
                                        parted.by() == Dimension.MONTH ? "r.month" : "period.first",
                                        once(parted.by()),
                                        families(parted.by(), parted.wanted().filter(Dimension.FAMILY))))
                .execute(parted.values());
    }

    /** How many stand behind each measure, by the values of a dimension; of all under one empty value if there is none. */
    static Future<Map<String, Map<String, Long>>> behind(SqlClient client, Months months, @Nullable Dimension by) {
        return client.preparedQuery(
                        """
                        SELECT %s AS value, r.measure, sum(r.n)::bigint AS enterprises
                        FROM insight_reach r CROSS JOIN (SELECT $2::date AS first) AS period
                        WHERE r.dimension = $1 AND r.month BETWEEN $2 AND $3 AND %s AND %s
                        GROUP BY 1, 2"""
                                .formatted(by == null ? "''" : "r." + by.column(), once(by), families(by, null)))
                .execute(Tuple.of(by != null && by.apart() ? by.name() : "ALL", months.first(), months.last()))
                .map(rows -> {
                    Map<String, Map<String, Long>> behind = new HashMap<>();
                    rows.forEach(row -> behind.computeIfAbsent(row.getString("value"), none -> new HashMap<>())
                            .put(row.getString("measure"), row.getLong("enterprises")));
                    return behind;
                });
    }

    private static String once(@Nullable Dimension by) {
        return by == Dimension.MONTH ? "true" : "r.previous < period.first";
    }

    private static String families(@Nullable Dimension by, @Nullable String only) {
        return by == Dimension.FAMILY || only != null ? "r.family <> '*'" : "r.family = '*'";
    }
}
