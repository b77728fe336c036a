package org.qibroker.insight.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** The table {@code insight_report}. */
final class ToldRepository {
    private ToldRepository() {}

    /** Remembers that a report is told of; whether it was not before, and there is something to report. */
    static Future<Boolean> first(SqlConnection tx, Period period, Instant now) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_report (period, told_at)
                        SELECT $1, $2 WHERE EXISTS (
                            SELECT 1 FROM insight_cell WHERE dimension = 'ALL' AND month BETWEEN $3 AND $4)
                        ON CONFLICT ON CONSTRAINT insight_report_once DO NOTHING""")
                .execute(Tuple.of(
                        period.text(),
                        now.atOffset(ZoneOffset.UTC),
                        period.months().from().atDay(1),
                        period.months().to().atDay(1)))
                .map(inserted -> inserted.rowCount() == 1);
    }
}
