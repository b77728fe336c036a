package org.qibroker.booking.board;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.qibroker.booking.BookingState;

/** Counts bookings of the table {@code booking}. */
final class BoardRepository {
    private BoardRepository() {}

    /** How many bookings of a provider are in each state that is not an end. */
    static Future<Map<BookingState, Integer>> totals(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT state, count(*)::integer AS total FROM booking
                        WHERE provider_id = $1 AND state NOT IN ('DECLINED', 'EXPIRED', 'CANCELLED', 'COMPLETED')
                        GROUP BY state""")
                .execute(Tuple.of(provider))
                .map(rows -> {
                    Map<BookingState, Integer> totals = new EnumMap<>(BookingState.class);
                    rows.forEach(
                            row -> totals.put(BookingState.valueOf(row.getString("state")), row.getInteger("total")));
                    return totals;
                });
    }
}
