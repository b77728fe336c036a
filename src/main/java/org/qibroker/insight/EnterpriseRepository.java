package org.qibroker.insight;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
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
                        %s AND r.measure = 'ASKS'
                        GROUP BY 1
                        HAVING sum(r.n) > 0"""
                                .formatted(
                                        parted.value(),
                                        parted.by() == Dimension.MONTH ? "r.month" : "period.first",
                                        present(parted)))
                .execute(parted.values());
    }

    /** How many stand behind each measure, by the values of a dimension; of all under one empty value if there is none. */
    static Future<Map<String, Map<String, Long>>> behind(SqlClient client, Months months, @Nullable Dimension by) {
        Parted parted = new Parted(Wanted.of(months), by, List.of(months));
        return client.preparedQuery(
                        """
                        SELECT %s AS value, r.measure, sum(r.n)::bigint AS enterprises
                        %s
                        GROUP BY 1, 2"""
                                .formatted(by == null ? "''" : parted.value(), present(parted)))
                .execute(parted.values())
                .map(rows -> {
                    Map<String, Map<String, Long>> behind = new HashMap<>();
                    rows.forEach(row -> behind.computeIfAbsent(row.getString("value"), none -> new HashMap<>())
                            .put(row.getString("measure"), row.getLong("enterprises")));
                    return behind;
                });
    }

    /** The presences that count: of each enterprise the first of the run, or each where months are the parts. */
    private static String present(Parted parted) {
        return """
            FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS period (first, last, place)
                JOIN insight_reach r ON r.month BETWEEN period.first AND period.last
            WHERE r.dimension = $1 AND ($4::text IS NULL OR r.key = $4) AND %s AND %s"""
                .formatted(parted.presences(), parted.by() == Dimension.MONTH ? "true" : "r.previous < period.first");
    }
}
