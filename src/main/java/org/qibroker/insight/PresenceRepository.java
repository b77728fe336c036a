package org.qibroker.insight;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how many enterprises stand behind what is counted. */
final class PresenceRepository {
    private PresenceRepository() {}

    /** How many stand behind each measure, by the values of a dimension; of all under one empty value if there is none. */
    static Future<Map<String, Map<String, Long>>> behind(SqlClient client, Months months, @Nullable Dimension by) {
        boolean tagged = by == Dimension.PROGRAMME || by == Dimension.SCENARIO;
        return client.preparedQuery(
                        """
                        SELECT %s AS value, p.measure, count(DISTINCT p.enterprise_id) AS enterprises
                        FROM insight_presence p LEFT JOIN insight_enterprise e ON e.id = p.enterprise_id
                        WHERE p.dimension = $1 AND p.month BETWEEN $2 AND $3 AND p.n > 0 AND %s
                        GROUP BY 1, 2"""
                                .formatted(
                                        UptakeRepository.value(by),
                                        by == Dimension.FAMILY ? "p.family <> '*'" : "p.family = '*'"))
                .execute(Tuple.of(tagged && by != null ? by.name() : "ALL", months.first(), months.last()))
                .map(rows -> {
                    Map<String, Map<String, Long>> behind = new HashMap<>();
                    rows.forEach(row -> behind.computeIfAbsent(row.getString("value"), none -> new HashMap<>())
                            .put(row.getString("measure"), row.getLong("enterprises")));
                    return behind;
                });
    }
}
