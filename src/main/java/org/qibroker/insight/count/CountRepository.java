package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.LoggedEvent;

/** Facts, and the sums of them. */
final class CountRepository {
    /** Each fact once for each value of each dimension. */
    static final String KEYS =
            """
            CROSS JOIN LATERAL (
                SELECT 'ALL' AS dimension, '' AS key
                UNION ALL SELECT 'INDUSTRY', f.industry
                UNION ALL SELECT 'SIZE', f.size
                UNION ALL SELECT 'PROGRAMME', unnest(CASE f.programmes WHEN '{}' THEN '{""}' ELSE f.programmes END)
                UNION ALL SELECT 'SCENARIO', unnest(CASE f.scenarios WHEN '{}' THEN '{""}' ELSE f.scenarios END)
                UNION ALL SELECT 'PROVIDER', f.provider_id::text WHERE f.provider_id IS NOT NULL) k
            """;

    /** Which facts count for anything now. */
    static final String COUNTS = "f.n <> 0";

    private CountRepository() {}

    /**
     * Some of the facts.
     *
     * @param condition which of them, with {@code %s} for the place of the value
     */
    record Some(String condition, Object value) {
        static Some ofEvent(long position) {
            return new Some("f.position = %s", position);
        }

        static Some ofEnterprise(UUID id) {
            return new Some("f.enterprise_id = %s", id);
        }

        static Some ofDemand(UUID id) {
            return new Some("f.demand_id = %s", id);
        }

        static Some ofBooking(UUID id) {
            return new Some("f.booking_id = %s", id);
        }

        static Some unmet(UUID item) {
            return new Some("f.measure = 'UNMET' AND f.subject = %s", item);
        }

        static Some unbooked(UUID[] items) {
            return new Some("f.measure = 'UNBOOKED' AND f.subject = ANY (%s)", items);
        }

        static Some used(UUID booking) {
            return new Some("f.measure = 'USED' AND f.subject = %s", booking);
        }

        static Some offered(UUID[] subjects) {
            return new Some("f.measure = 'OFFERED' AND f.subject = ANY (%s)", subjects);
        }
    }

    /** Adds facts of an event, but those that are there already; how many were added. */
    static Future<Integer> add(SqlConnection tx, LoggedEvent event, List<Fact> facts) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_fact (measure, subject, position, at, month, enterprise_id, provider_id,
                                                  demand_id, booking_id, family, bucket, n)
                        SELECT u.measure, u.subject, $1, $2, $3, u.enterprise, u.provider,
                               coalesce(u.demand, b.demand_id), u.booking, coalesce(b.family, u.family), u.bucket, u.n
                        FROM unnest($4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
                                    $10::text[], $11::int[], $12::bigint[])
                                 AS u (measure, subject, enterprise, provider, demand, booking, family, bucket, n)
                            LEFT JOIN insight_booking b ON b.id = u.booking
                        ON CONFLICT ON CONSTRAINT insight_fact_once DO NOTHING""")
                .execute(values(event, facts))
                .map(inserted -> inserted.rowCount());
    }

    private static Tuple values(LoggedEvent event, List<Fact> facts) {
        return Tuple.of(event.position(), event.at().atOffset(ZoneOffset.UTC), Fact.month(event.at()))
                .addArrayOfString(
                        facts.stream().map(fact -> fact.measure().name()).toArray(String[]::new))
                .addArrayOfUUID(ids(facts, Fact::subject))
                .addArrayOfUUID(ids(facts, fact -> fact.about().enterprise()))
                .addArrayOfUUID(ids(facts, fact -> fact.about().provider()))
                .addArrayOfUUID(ids(facts, fact -> fact.about().demand()))
                .addArrayOfUUID(ids(facts, fact -> fact.about().booking()))
                .addArrayOfString(
                        facts.stream().map(fact -> fact.about().family()).toArray(String[]::new))
                .addArrayOfInteger(facts.stream().map(Fact::bucket).toArray(Integer[]::new))
                .addArrayOfLong(facts.stream().map(Fact::n).toArray(Long[]::new));
    }

    private static UUID[] ids(List<Fact> facts, Function<Fact, @Nullable UUID> id) {
        UUID[] ids = new UUID[facts.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id.apply(facts.get(i));
        }
        return ids;
    }

    /** Changes what some facts are counted by: they are taken out of the sums before, and put in again after. */
    static Future<Void> around(SqlConnection tx, Some some, Supplier<Future<Void>> change) {
        return tx.preparedQuery("SELECT EXISTS (SELECT 1 FROM insight_fact f WHERE %s)"
                        .formatted(some.condition().formatted("$1")))
                .execute(Tuple.of(some.value()))
                .compose(found -> found.iterator().next().getBoolean(0)
                        ? count(tx, some, -1).compose(out -> change.get()).compose(done -> count(tx, some, 1))
                        : change.get());
    }

    /** Puts some facts into the sums, or takes them out. */
    static Future<Void> count(SqlConnection tx, Some some, long sign) {
        String where = COUNTS + " AND " + some.condition().formatted("$2");
        return cells(tx, where, Tuple.of(sign, some.value()))
                .compose(done -> ReachRepository.count(tx, where, Tuple.of(sign, some.value())));
    }

    /** Puts all facts into the sums, which must be empty. */
    static Future<Void> countAll(SqlConnection tx) {
        return tx.query("SET LOCAL work_mem = '256MB'")
                .execute()
                .compose(set -> cells(tx, COUNTS, Tuple.of(1L)))
                .compose(done -> ReachRepository.countAll(tx));
    }

    private static Future<Void> cells(SqlConnection tx, String where, Tuple values) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_cell AS c (dimension, measure, month, key, district, family, bucket, n)
                        SELECT k.dimension, f.measure, f.month, k.key, p.district, p.family, f.bucket,
                               sum(f.n) * $1::bigint
                        FROM insight_counted f
                        """
                                + KEYS
                                + """
                        CROSS JOIN LATERAL (VALUES (f.district, f.family), ('*', '*')) AS p (district, family)
                        WHERE %s
                        GROUP BY k.dimension, f.measure, f.month, k.key, p.district, p.family, f.bucket
                        ON CONFLICT ON CONSTRAINT insight_cell_pk DO UPDATE SET n = c.n + EXCLUDED.n"""
                                        .formatted(where))
                .execute(values)
                .mapEmpty();
    }

    /** Forgets everything that was counted, and what is known. */
    static Future<Void> forget(SqlConnection tx) {
        return tx.query(
                        """
                        TRUNCATE insight_enterprise, insight_demand, insight_booking, insight_gap, insight_quote,
                                 insight_complaint, insight_resource, insight_served, insight_fact, insight_cell,
                                 insight_presence, insight_reach""")
                .execute()
                .mapEmpty();
    }
}
