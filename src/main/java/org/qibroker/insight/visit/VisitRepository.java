package org.qibroker.insight.visit;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.qibroker.insight.count.FigureFollower;

/** Reads visits from the log. */
final class VisitRepository {
    private VisitRepository() {}

    /** Whether a visit of an enterprise is in the log since a moment. */
    static Future<Boolean> since(SqlConnection tx, UUID enterprise, Instant moment) {
        return tx.preparedQuery(
                        "SELECT EXISTS (SELECT 1 FROM event WHERE kind = $1 AND stream = $2 AND at >= $3) AS there")
                .execute(Tuple.of(FigureFollower.VISITS, enterprise, moment.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }
}
