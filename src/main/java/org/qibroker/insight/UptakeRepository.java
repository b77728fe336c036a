package org.qibroker.insight;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Counts.Actives;
import org.qibroker.insight.count.Measure;

/** Reads the sums. */
final class UptakeRepository {
    private UptakeRepository() {}

    /** What was counted, by the values of a dimension; all of it under one empty value if there is none. */
    static Future<Parts> counts(SqlClient client, Wanted wanted, @Nullable Dimension by) {
        boolean enterprises = wanted.figures().stream().anyMatch(Figure::ofEnterprises);
        Parts parts = new Parts(
                enterprises && apart(wanted, by) != Dimension.PROVIDER,
                wanted.figures().contains(Figure.ACTIVE_PROVIDERS) && providersCounted(wanted, by));
        Future<?> sums = sums(client, wanted, by).onSuccess(rows -> rows.forEach(parts::sum));
        Future<?> actives = !parts.enterprises()
                ? Future.succeededFuture()
                : actives(client, wanted, by).onSuccess(rows -> rows.forEach(parts::active));
        Future<?> providers = !parts.providers()
                ? Future.succeededFuture()
                : providers(client, wanted, by).onSuccess(rows -> rows.forEach(parts::provider));
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

    private static Future<RowSet<Row>> sums(SqlClient client, Wanted wanted, @Nullable Dimension by) {
        return client.preparedQuery(
                        """
                        SELECT %s AS value, measure, bucket, sum(n)::bigint AS n FROM insight_cell
                        WHERE dimension = $1 AND month BETWEEN $2 AND $3 AND ($4::text IS NULL OR key = $4)
                          AND ($5::text IS NULL OR district = $5) AND ($6::text IS NULL OR family = $6)
                          AND measure = ANY ($7)
                        GROUP BY 1, 2, 3"""
                                .formatted(by == null ? "''" : by.column()))
                .execute(values(wanted, apart(wanted, by)).addArrayOfString(wanted.measures()));
    }

    /** The dimension whose sums answer it. */
    private static @Nullable Dimension apart(Wanted wanted, @Nullable Dimension by) {
        return by != null && by.apart() ? by : wanted.apart();
    }

    private static Tuple values(Wanted wanted, @Nullable Dimension apart) {
        return Tuple.of(
                apart == null ? "ALL" : apart.name(),
                wanted.months().first(),
                wanted.months().last(),
                apart == null ? null : wanted.filter(apart),
                wanted.filter(Dimension.DISTRICT),
                wanted.filter(Dimension.FAMILY));
    }

    /** Whether providers are known for it: they are counted by month, district and family. */
    private static boolean providersCounted(Wanted wanted, @Nullable Dimension by) {
        return wanted.apart() == null && (by == null || !by.apart());
    }

    private static Future<RowSet<Row>> providers(SqlClient client, Wanted wanted, @Nullable Dimension by) {
        return client.preparedQuery(
                        """
                        SELECT %s AS value, count(DISTINCT key) AS n FROM insight_cell
                        WHERE dimension = $1 AND month BETWEEN $2 AND $3 AND measure = 'BOOKED' AND n > 0
                          AND ($4::text IS NULL OR key = $4)
                          AND ($5::text IS NULL OR district = $5) AND ($6::text IS NULL OR family = $6)
                        GROUP BY 1"""
                                .formatted(by == null ? "''" : by.column()))
                .execute(values(wanted, Dimension.PROVIDER));
    }

    /** Enterprises that asked for something; those of a provider are not kept apart. */
    private static Future<RowSet<Row>> actives(SqlClient client, Wanted wanted, @Nullable Dimension by) {
        String family = by == Dimension.FAMILY ? "p.family <> '*' AND" : "p.family = coalesce($6::text, '*') AND";
        Dimension tag = tag(wanted, by);
        return client.preparedQuery(
                        """
                        SELECT value, count(*) AS active,
                               count(*) FILTER (WHERE first_active >= since) AS fresh
                        FROM (SELECT DISTINCT %s AS value, %s AS since, p.enterprise_id, e.first_active
                              FROM insight_presence p JOIN insight_enterprise e ON e.id = p.enterprise_id
                              WHERE p.dimension = $1 AND p.measure = 'ASKS' AND %s p.month BETWEEN $2 AND $3 AND p.n > 0
                                AND ($4::text IS NULL OR p.key = $4)
                                AND ($5::text IS NULL OR coalesce(e.district, '') = $5)
                                AND ($6::text IS NULL OR p.family = $6)
                                AND ($7::text IS NULL OR coalesce(e.industry, '') = $7)
                                AND ($8::text IS NULL OR coalesce(e.size, '') = $8)) AS asking
                        GROUP BY value"""
                                .formatted(value(by), by == Dimension.MONTH ? "p.month" : "$2::date", family))
                .execute(values(wanted, tag)
                        .addString(wanted.filter(Dimension.INDUSTRY))
                        .addString(wanted.filter(Dimension.SIZE)));
    }

    private static @Nullable Dimension tag(Wanted wanted, @Nullable Dimension by) {
        Dimension apart = apart(wanted, by);
        return apart == Dimension.PROGRAMME || apart == Dimension.SCENARIO || apart == Dimension.PROVIDER
                ? apart
                : null;
    }

    /** Where presences hold the value of a dimension. */
    static String value(@Nullable Dimension by) {
        if (by == null) {
            return "''";
        }
        return switch (by) {
            case MONTH -> "p.month::text";
            case FAMILY -> "p.family";
            case DISTRICT -> "coalesce(e.district, '')";
            case INDUSTRY -> "coalesce(e.industry, '')";
            case SIZE -> "coalesce(e.size, '')";
            default -> "p.key";
        };
    }
}
