package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * In which months enterprises are present in what is counted, by family ('*': all of them), programme or scenario; and
 * how many are, so that any run of months can be read from sums: an enterprise counts in a month of the run if it was
 * last present before the run, or never.
 */
final class ReachRepository {
    private static final String COUNTED =
            """
            SELECT k.dimension, m.measure, w.family, f.month, k.key, f.enterprise_id, count(*) * $1::bigint AS n
            FROM insight_counted f
            """
                    + CountRepository.KEYS
                    + """
            CROSS JOIN LATERAL (VALUES (f.family), ('*')) AS w (family)
            CROSS JOIN LATERAL (
                SELECT f.measure
                UNION ALL SELECT 'ASKS' WHERE f.measure IN ('ITEM', 'REQUESTED')
                UNION ALL SELECT 'UNMET-' || f.bucket WHERE f.measure = 'UNMET') AS m (measure)
            WHERE %s AND k.dimension IN ('ALL', 'PROGRAMME', 'SCENARIO')
            GROUP BY k.dimension, m.measure, w.family, f.month, k.key, f.enterprise_id
            """;

    /** What one enterprise does, month after month. */
    private static final String SERIES = "(PARTITION BY enterprise_id, dimension, measure, family, key ORDER BY month)";

    /** Adds up {@code turned}: months that came or went, each with the month before it. */
    private static final String ADD_UP =
            """
            INSERT INTO insight_reach AS r (dimension, measure, family, month, key, district, previous, first, n)
            SELECT k.dimension, t.measure, t.family, t.month, k.key, coalesce(e.district, ''),
                   coalesce(t.previous, '-infinity'),
                   CASE WHEN t.previous IS NULL AND t.measure = 'ASKS' THEN e.first_active ELSE '-infinity' END,
                   sum(t.sign)
            FROM turned t LEFT JOIN insight_enterprise e ON e.id = t.enterprise_id
                CROSS JOIN LATERAL (
                    SELECT t.dimension, t.key
                    UNION ALL SELECT 'INDUSTRY', coalesce(e.industry, '') WHERE t.dimension = 'ALL'
                    UNION ALL SELECT 'SIZE', coalesce(e.size, '') WHERE t.dimension = 'ALL') AS k
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            HAVING sum(t.sign) <> 0
            ON CONFLICT ON CONSTRAINT insight_reach_pk DO UPDATE SET n = r.n + EXCLUDED.n
            """;

    private ReachRepository() {}

    /**
     * Lets some facts be present, or be so no more.
     *
     * @param where which facts {@code f}
     * @param values 1 or -1, and what {@code where} asks for
     */
    static Future<Void> count(SqlConnection tx, String where, Tuple values) {
        return tx.preparedQuery("""
                        WITH counted AS (
                        """
                        + COUNTED.formatted(where)
                        + """
                        ), put AS (
                            INSERT INTO insight_presence AS p
                                (dimension, measure, family, month, key, enterprise_id, n)
                            SELECT * FROM counted
                            ON CONFLICT ON CONSTRAINT insight_presence_pk DO UPDATE SET n = p.n + EXCLUDED.n
                        ), months AS (
                            SELECT enterprise_id, dimension, measure, family, key, month,
                                   sum(n) FILTER (WHERE stood) > 0 AS before, sum(n) > 0 AS after
                            FROM (SELECT enterprise_id, dimension, measure, family, key, month, n, false AS stood
                                  FROM counted
                                  UNION ALL
                                  SELECT p.enterprise_id, p.dimension, p.measure, p.family, p.key, p.month, p.n, true
                                  FROM insight_presence p
                                  WHERE (p.enterprise_id, p.dimension, p.measure, p.family, p.key) IN
                                      (SELECT enterprise_id, dimension, measure, family, key FROM counted)) AS all_months
                            GROUP BY enterprise_id, dimension, measure, family, key, month
                        ), turned AS (
                            SELECT *, -1 AS sign, lag(month) OVER %1$s AS previous FROM months WHERE before
                            UNION ALL
                            SELECT *, 1, lag(month) OVER %1$s FROM months WHERE after)
                        """
                                .formatted(SERIES)
                        + ADD_UP)
                .execute(values)
                .mapEmpty();
    }

    /** Lets all facts be present, of which none was. */
    static Future<Void> countAll(SqlConnection tx) {
        return tx.preparedQuery(
                        "INSERT INTO insight_presence (dimension, measure, family, month, key, enterprise_id, n)\n"
                                + COUNTED.formatted(CountRepository.COUNTS))
                .execute(Tuple.of(1L))
                .compose(counted -> tx.query("WITH turned AS (SELECT *, 1 AS sign, lag(month) OVER " + SERIES
                                + " AS previous FROM insight_presence WHERE n > 0)\n" + ADD_UP)
                        .execute())
                .mapEmpty();
    }
}
