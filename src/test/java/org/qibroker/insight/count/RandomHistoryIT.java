package org.qibroker.insight.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.support.TestBroker;

/** Whatever happens, in whatever order streams reach the log, the sums are those of a recount. */
class RandomHistoryIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final int LOOKS = 4;
    private static final String WINDOWS =
            """
            WITH months AS (SELECT DISTINCT month FROM insight_fact
                             WHERE measure IN ('ITEM', 'REQUESTED', 'VISIT')),
                windows AS (SELECT a.month AS since, b.month AS till FROM months a JOIN months b ON b.month >= a.month)
            """;

    static LongStream histories() {
        return LongStream.range(0, 12);
    }

    @BeforeEach
    void forget() {
        TestBroker.await(BROKER.database().transaction(CountRepository::forget));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void sumsAreThoseOfARecountAtAnyTime(long seed) {
        List<LoggedEvent> events = new RandomHistory(seed).events();
        for (int look = 1; look <= LOOKS; look++) {
            take(
                    FigureFollower.counting(BROKER.platform().calendar()),
                    events,
                    (look - 1) * events.size() / LOOKS,
                    look * events.size() / LOOKS);

            List<LoggedEvent> sofar = events.subList(0, look * events.size() / LOOKS);
            assertThat(sums()).isEqualTo(NaiveRecount.of(sofar));
            assertThat(enterprisesBySums()).isEqualTo(enterprisesOneByOne()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void countingAtTheEndGivesTheSame(long seed) {
        List<LoggedEvent> events = new RandomHistory(seed).events();
        take(FigureFollower.counting(BROKER.platform().calendar()), events, 0, events.size());
        Map<String, Long> sums = sums();
        List<Map<String, Object>> presences = presences();
        List<Map<String, Object>> reach = reach();
        TestBroker.await(BROKER.database().transaction(CountRepository::forget));

        take(FigureFollower.noting(BROKER.platform().calendar()), events, 0, events.size());
        TestBroker.await(BROKER.database().transaction(CountRepository::countAll));

        assertThat(sums()).isEqualTo(sums);
        assertThat(presences()).isEqualTo(presences).isNotEmpty();
        assertThat(reach()).isEqualTo(reach).isNotEmpty();
    }

    private static void take(FigureFollower follower, List<LoggedEvent> events, int from, int to) {
        for (LoggedEvent event : events.subList(from, to)) {
            TestBroker.await(BROKER.database().transaction(tx -> follower.apply(tx, event)));
        }
    }

    private static Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        BROKER.rows(
                        """
                        SELECT concat_ws('|', dimension, measure, month, key, district, family, bucket) AS cell, n
                        FROM insight_cell WHERE n <> 0""")
                .forEach(row -> sums.put((String) row.get("cell"), (Long) row.get("n")));
        return sums;
    }

    private static List<Map<String, Object>> presences() {
        return BROKER.rows(
                """
                SELECT dimension, measure, family, month::text, key, enterprise_id, n FROM insight_presence WHERE n <> 0
                ORDER BY 1, 2, 3, 4, 5, 6""");
    }

    private static List<Map<String, Object>> reach() {
        return BROKER.rows("SELECT * FROM insight_reach WHERE n <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8");
    }

    /** Who asked for something in any run of months, and who for the first time, as it is read. */
    private static List<Map<String, Object>> enterprisesBySums() {
        return BROKER.rows(
                WINDOWS
                        + """
                SELECT since, till, dimension, key, family, district, sum(n)::bigint AS active,
                       coalesce(sum(n) FILTER (WHERE first >= since), 0)::bigint AS fresh
                FROM windows JOIN insight_reach ON month BETWEEN since AND till AND previous < since
                WHERE measure = 'ASKS'
                GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6""");
    }

    /** The same, looked up in the facts. */
    private static List<Map<String, Object>> enterprisesOneByOne() {
        return BROKER.rows(
                WINDOWS
                        + """
                , asked AS (
                    SELECT f.*, min(month) OVER (PARTITION BY enterprise_id) AS earliest
                    FROM insight_counted f WHERE measure IN ('ITEM', 'REQUESTED'))
                SELECT since, till, k.dimension, k.key, w.family, f.district, count(DISTINCT enterprise_id) AS active,
                       count(DISTINCT enterprise_id) FILTER (WHERE earliest >= since) AS fresh
                FROM windows JOIN asked f ON month BETWEEN since AND till
                    CROSS JOIN LATERAL (
                        SELECT 'ALL' AS dimension, '' AS key
                        UNION ALL SELECT 'INDUSTRY', f.industry
                        UNION ALL SELECT 'SIZE', f.size
                        UNION ALL SELECT 'PROGRAMME', unnest(CASE f.programmes WHEN '{}' THEN '{""}' ELSE f.programmes END)
                        UNION ALL SELECT 'SCENARIO', unnest(CASE f.scenarios WHEN '{}' THEN '{""}' ELSE f.scenarios END)) k
                    CROSS JOIN LATERAL (VALUES (f.family), ('*')) AS w (family)
                GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6""");
    }
}
