package org.qibroker.insight;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.Map;
import org.qibroker.insight.Counts.Actives;
import org.qibroker.insight.count.Measure;

/** Reads the sums. */
final class UptakeRepository {
    private UptakeRepository() {}

    /** What was counted, part by part. */
    static Future<Parts> counts(SqlClient client, Parted parted) {
        Wanted wanted = parted.wanted();
        boolean enterprises = wanted.figures().stream().anyMatch(Figure::ofEnterprises);
        Parts parts = new Parts(
                enterprises && parted.apart() != Dimension.PROVIDER,
                wanted.figures().contains(Figure.ACTIVE_PROVIDERS) && parted.apart() == null);
        Future<?> sums = sums(client, parted).onSuccess(rows -> rows.forEach(parts::sum));
        Future<?> actives = !parts.enterprises()
                ? Future.succeededFuture()
                : EnterpriseRepository.actives(client, parted).onSuccess(rows -> rows.forEach(parts::active));
        Future<?> providers = !parts.providers()
                ? Future.succeededFuture()
                : providers(client, parted).onSuccess(rows -> rows.forEach(parts::provider));
        return Future.all(sums, actives, providers).map(parts);
    }

    /**
     * What was counted of each part.
     *
     * @param enterprises whether enterprises are counted
     * @param providers whether providers are
     */
    record Parts(boolean enterprises, boolean providers, Map<String, Counts> all) {
        Parts(boolean enterprises, boolean providers) {
            this(enterprises, providers, new HashMap<>());
        }

        /** What was counted of one, perhaps nothing. */
        Counts of(String value) {
            return all.computeIfAbsent(value, none -> {
                Counts counts = new Counts();
                if (enterprises) {
                    counts.set(new Actives(0, 0));
                }
                if (providers) {
                    counts.setProviders(0);
                }
                return counts;
            });
        }

        private void sum(Row row) {
            long n = row.getLong("n");
            if (n != 0) {
                of(row.getString("value")).add(Measure.valueOf(row.getString("measure")), row.getInteger("bucket"), n);
            }
        }

        private void active(Row row) {
            of(row.getString("value")).set(new Actives(row.getLong("active"), row.getLong("fresh")));
        }

        private void provider(Row row) {
            of(row.getString("value")).setProviders(row.getLong("n"));
        }
    }

    private static Future<RowSet<Row>> sums(SqlClient client, Parted parted) {
        return client.preparedQuery(
                        """
                        SELECT %s AS value, r.measure, r.bucket, sum(r.n)::bigint AS n
                        FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS period (first, last, place)
                            JOIN insight_cell r ON r.month BETWEEN period.first AND period.last
                        WHERE r.dimension = $1 AND r.measure = ANY ($7) AND ($4::text IS NULL OR r.key = $4) AND %s
                        GROUP BY 1, 2, 3"""
                                .formatted(parted.value(), parted.sums()))
                .execute(parted.values().addArrayOfString(parted.wanted().measures()));
    }

    /** Providers with work; they are counted by month, district and family. */
    private static Future<RowSet<Row>> providers(SqlClient client, Parted parted) {
        return client.preparedQuery(
                        """
                        SELECT %s AS value, count(DISTINCT r.key) AS n
                        FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS period (first, last, place)
                            JOIN insight_cell r ON r.month BETWEEN period.first AND period.last
                        WHERE r.dimension = $1 AND r.measure = 'BOOKED' AND r.n > 0
                          AND ($4::text IS NULL OR r.key = $4) AND %s
                        GROUP BY 1"""
                                .formatted(parted.value(), parted.sums()))
                .execute(parted.values(Dimension.PROVIDER));
    }
}
