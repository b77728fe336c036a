package org.qibroker.insight;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.support.TestBroker;

/** What the tables of the uptake refuse. */
class InsightLimitsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String FACT =
            "INSERT INTO insight_fact (measure, subject, position, at, month, enterprise_id, family, bucket, n) ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insight_fact_month_begins | SELECT 'DEMAND', gen_random_uuid(), 1, now(), '2026-11-02', gen_random_uuid(), '', 0, 1",
                "insight_fact_once | SELECT 'DEMAND', '00000000-0000-0000-0000-000000000001', n, now(), '2026-11-01', gen_random_uuid(), '', 0, 1 FROM generate_series(1, 2) AS n"
            })
    void ofFacts(String constraint, String values) {
        assertThatThrownBy(() -> BROKER.execute(FACT + values)).hasStackTraceContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insight_report_period_form | INSERT INTO insight_report VALUES ('2026-13', now())",
                "insight_report_period_form | INSERT INTO insight_report VALUES ('1999', now())",
                "insight_report_once | INSERT INTO insight_report SELECT '2026-10', now() FROM generate_series(1, 2)",
                "insight_served_pk | INSERT INTO insight_served SELECT '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002' FROM generate_series(1, 2)",
                "insight_resource_pk | INSERT INTO insight_resource SELECT '00000000-0000-0000-0000-000000000001', '{}', '2026-11-01' FROM generate_series(1, 2)",
                "insight_reach_in_order | INSERT INTO insight_reach VALUES ('ALL', 'ASKS', '*', '2000-01-01', '', '', '2000-01-01', '-infinity', 1)",
                "insight_reach_in_order | INSERT INTO insight_reach VALUES ('ALL', 'ASKS', '*', '2000-01-01', '', '', '-infinity', '2000-02-01', 1)",
                "insight_reach_pk | INSERT INTO insight_reach SELECT 'ALL', 'ASKS', '*', '2000-01-01'::date, '', '', '-infinity'::date, '2000-01-01'::date, 1 FROM generate_series(1, 2)",
                "insight_cell_pk | INSERT INTO insight_cell SELECT 'ALL', 'DEMAND', '2000-01-01', '', '', '', 0, 1 FROM generate_series(1, 2)",
                "insight_presence_pk | INSERT INTO insight_presence SELECT 'ALL', 'DEMAND', '', '2000-01-01', '', '00000000-0000-0000-0000-000000000001', 1 FROM generate_series(1, 2)"
            })
    void ofWhatFollows(String constraint, String sql) {
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
