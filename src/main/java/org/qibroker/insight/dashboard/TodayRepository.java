package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.dashboard.Dashboard.Standing;
import org.qibroker.insight.dashboard.Dashboard.Today;
import org.qibroker.platform.web.PageContext;

/** Reads what is open now. */
final class TodayRepository {
    private TodayRepository() {}

    /** Open bookings that were asked for in the months, by where they stand. */
    static Future<List<Standing>> standing(SqlClient client, Wanted wanted) {
        return client.preparedQuery(
                        """
                        SELECT b.state, count(*) AS n
                        FROM insight_booking b LEFT JOIN insight_enterprise e ON e.id = b.enterprise_id
                        WHERE b.state NOT IN ('COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED')
                          AND b.asked_at >= $1 AND b.asked_at < $2
                          AND ($3::text IS NULL OR coalesce(e.district, '') = $3)
                          AND ($4::text IS NULL OR b.family = $4)
                        GROUP BY b.state""")
                .execute(Tuple.of(
                        wanted.months()
                                .first()
                                .atStartOfDay(PageContext.ZONE)
                                .withZoneSameInstant(ZoneOffset.UTC)
                                .toOffsetDateTime(),
                        wanted.months()
                                .last()
                                .plusMonths(1)
                                .atStartOfDay(PageContext.ZONE)
                                .withZoneSameInstant(ZoneOffset.UTC)
                                .toOffsetDateTime(),
                        wanted.filter(Dimension.DISTRICT),
                        wanted.filter(Dimension.FAMILY)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Standing(row.getString("state"), row.getLong("n")))
                        .toList());
    }

    /** What waits now, whenever it began. */
    static Future<Today> today(SqlClient client, Wanted wanted) {
        return client.preparedQuery(
                        """
                        SELECT count(*) FILTER (WHERE b.late) AS late,
                               count(*) FILTER (WHERE b.state = 'DISPUTED') AS disputes,
                               (SELECT count(*) FROM insight_complaint c
                                    LEFT JOIN insight_enterprise e ON e.id = c.enterprise_id
                                WHERE c.open AND ($1::text IS NULL OR coalesce(e.district, '') = $1)) AS complaints,
                               (SELECT count(*) FROM insight_enterprise e
                                WHERE e.unverified AND ($1::text IS NULL OR coalesce(e.district, '') = $1)) AS unverified
                        FROM insight_booking b LEFT JOIN insight_enterprise e ON e.id = b.enterprise_id
                        WHERE b.state NOT IN ('COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED')
                          AND ($1::text IS NULL OR coalesce(e.district, '') = $1)""")
                .execute(Tuple.of(wanted.filter(Dimension.DISTRICT)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Today(
                        row.getLong("late"),
                        row.getLong("disputes"),
                        row.getLong("complaints"),
                        row.getLong("unverified")));
    }
}
