package org.qibroker.booking.flag;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.platform.http.Json;

/** The columns {@code flags} and {@code checked_on} of {@code booking}. */
final class FlagRepository {
    private FlagRepository() {}

    /** The open bookings of a provider. */
    static Future<List<UUID>> open(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT id FROM booking WHERE provider_id = $1
                          AND state IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'DRAFTED')
                        ORDER BY id""")
                .execute(Tuple.of(provider))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** An open booking that was not checked on the day yet, passing over those that somebody is at. */
    static Future<Optional<UUID>> unchecked(SqlConnection tx, LocalDate day) {
        return tx.preparedQuery(
                        """
                        SELECT id FROM booking
                        WHERE state IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'DRAFTED')
                          AND (checked_on IS NULL OR checked_on < $1)
                        ORDER BY checked_on NULLS FIRST, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED""")
                .execute(Tuple.of(day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .findFirst());
    }

    /** Writes the flags; the version stays, so that nobody's step is refused for them. */
    static Future<Void> put(SqlConnection tx, UUID booking, List<Flag> flags, LocalDate day) {
        return tx.preparedQuery("UPDATE booking SET flags = $2::text::jsonb, checked_on = $3 WHERE id = $1")
                .execute(Tuple.of(booking, Json.write(flags), day))
                .mapEmpty();
    }
}
