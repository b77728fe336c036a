package org.qibroker.booking.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.qibroker.booking.BookingState;

/** Reads what a calendar shows of bookings. */
final class CalendarRepository {
    private CalendarRepository() {}

    static Future<Map<UUID, Entry>> entries(SqlClient client, Collection<UUID> bookings) {
        return client.preparedQuery(
                        """
                        SELECT id, number, state, version, parties ->> 'enterpriseName' AS enterprise,
                               ordered -> 'lines' -> 0 ->> 'subject' AS subject, allocation_id,
                               proposal IS NOT NULL AS proposing
                        FROM booking WHERE id = ANY ($1)""")
                .execute(Tuple.of(bookings.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CalendarRepository::entry)
                        .collect(Collectors.toMap(Entry::id, Function.identity())));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getUUID("id"),
                row.getString("number"),
                BookingState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("enterprise"),
                row.getString("subject"),
                row.getUUID("allocation_id"),
                row.getBoolean("proposing"));
    }
}
