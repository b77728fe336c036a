package org.qibroker.matching.rank;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables provider_record and provider_record_booking. */
final class RecordRepository {
    private RecordRepository() {}

    static Future<TrackRecords> all(SqlClient client) {
        return client.query("SELECT * FROM provider_record").execute().map(rows -> {
            Map<UUID, TrackRecord> records = new HashMap<>();
            rows.forEach(row -> records.put(row.getUUID("provider_id"), of(row)));
            return TrackRecords.of(records);
        });
    }

    private static TrackRecord of(Row row) {
        return new TrackRecord(
                row.getLong("reported"),
                row.getLong("on_time"),
                row.getLong("reissues"),
                row.getLong("ratings"),
                row.getLong("rating_thirds"));
    }

    /** Remembers whose booking it is, and when it is due as far as the event says. */
    static Future<Void> follow(SqlClient client, UUID bookingId, UUID providerId, @Nullable Instant due) {
        return client.preparedQuery(
                        """
                        INSERT INTO provider_record_booking (booking_id, provider_id, due) VALUES ($1, $2, $3)
                        ON CONFLICT (booking_id)
                        DO UPDATE SET due = coalesce(EXCLUDED.due, provider_record_booking.due)""")
                .execute(Tuple.of(bookingId, providerId, due == null ? null : due.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Counts the first report of a booking, on time if nothing was due earlier. */
    static Future<Void> reported(SqlClient client, UUID bookingId, Instant at) {
        return client.preparedQuery(
                        """
                        WITH first AS (
                            UPDATE provider_record_booking SET counted = true
                            WHERE booking_id = $1 AND NOT counted RETURNING provider_id, due)
                        INSERT INTO provider_record (provider_id, reported, on_time)
                        SELECT provider_id, 1, CASE WHEN due IS NULL OR due >= $2 THEN 1 ELSE 0 END FROM first
                        ON CONFLICT (provider_id) DO UPDATE SET
                            reported = provider_record.reported + 1,
                            on_time = provider_record.on_time + EXCLUDED.on_time""")
                .execute(Tuple.of(bookingId, at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Counts a rating. */
    static Future<Void> rated(SqlClient client, UUID providerId, long thirds) {
        return client.preparedQuery(
                        """
                        INSERT INTO provider_record (provider_id, ratings, rating_thirds) VALUES ($1, 1, $2)
                        ON CONFLICT (provider_id) DO UPDATE SET
                            ratings = provider_record.ratings + 1,
                            rating_thirds = provider_record.rating_thirds + EXCLUDED.rating_thirds""")
                .execute(Tuple.of(providerId, thirds))
                .mapEmpty();
    }

    /** Counts a report issued again. */
    static Future<Void> reissued(SqlClient client, UUID bookingId) {
        return client.preparedQuery(
                        """
                        UPDATE provider_record SET reissues = reissues + 1
                        WHERE provider_id = (SELECT provider_id FROM provider_record_booking WHERE booking_id = $1)""")
                .execute(Tuple.of(bookingId))
                .mapEmpty();
    }
}
