package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.platform.database.OpenLimit.Open;
import org.qibroker.platform.http.TimeCursor;

/** Lists of bookings and their lengths, from the table {@code booking}. */
final class ListRepository {
    private static final String WANTED =
            """
            WHERE ($1::uuid IS NULL OR b.enterprise_id = $1) AND ($2::uuid IS NULL OR b.provider_id = $2)
              AND (cardinality($4::text[]) = 0 OR b.state = ANY ($4))
              AND ($5::text IS NULL OR b.acts_next = $5)
              AND\s"""
                    + Jurisdiction.sees("$3", "$6", "b.enterprise_id", "b.provider_id");

    private ListRepository() {}

    /**
     * Whose bookings are listed.
     *
     * @param enterprise absent for those of all enterprises
     * @param provider absent for those of all providers
     * @param sight how far whoever asks sees
     * @param turn who has to act next, absent for whoever
     */
    record Filter(
            @Nullable UUID enterprise,
            @Nullable UUID provider,
            Jurisdiction sight,
            List<BookingState> states,
            @Nullable Actor turn) {
        /** What an enterprise asked for. */
        static Filter askedBy(UUID enterprise, List<BookingState> states, @Nullable Actor turn) {
            return new Filter(enterprise, null, Jurisdiction.ALL, states, turn);
        }

        /** What a provider is asked for. */
        static Filter askedOf(UUID provider, List<BookingState> states, @Nullable Actor turn) {
            return new Filter(null, provider, Jurisdiction.ALL, states, turn);
        }

        /** All that somebody sees. */
        static Filter seen(Jurisdiction sight, List<BookingState> states, @Nullable Actor turn) {
            return new Filter(null, null, sight, states, turn);
        }
    }

    /** The newest first, from those on that came before one. */
    static Future<List<Booking>> newest(SqlClient client, Filter filter, @Nullable UUID before, int limit) {
        return client.preparedQuery(
                        BookingRepository.SELECT
                                + WANTED
                                + """
                        AND ($7::uuid IS NULL OR b.id < $7) ORDER BY b.id DESC LIMIT $8""")
                .execute(values(filter).addUUID(before).addInteger(limit))
                .map(BookingRepository::all);
    }

    /** Those first on which somebody has to act first, the newest of those with the same time. */
    static Future<List<Booking>> due(SqlClient client, Filter filter, TimeCursor after, int limit) {
        return client.preparedQuery(
                        BookingRepository.SELECT
                                + WANTED
                                + """
                        AND (b.acts_by > $7 OR b.acts_by = $7 AND b.id < $8) ORDER BY b.acts_by, b.id DESC LIMIT $9""")
                .execute(values(filter)
                        .addOffsetDateTime(after.at().atOffset(ZoneOffset.UTC))
                        .addUUID(after.id())
                        .addInteger(limit))
                .map(BookingRepository::all);
    }

    /** The requests of an enterprise that wait for an answer. */
    static Future<Open> waiting(SqlConnection tx, UUID enterprise, Instant now) {
        return tx.preparedQuery(
                        """
                        SELECT count(*) AS waiting, min(response_due) AS first_due FROM booking
                        WHERE enterprise_id = $1 AND state = 'REQUESTED'""")
                .execute(Tuple.of(enterprise))
                .map(rows -> waiting(rows.iterator().next()));
    }

    private static Open waiting(Row row) {
        OffsetDateTime due = row.getOffsetDateTime("first_due");
        return new Open(row.getInteger("waiting"), due == null ? null : due.toInstant());
    }

    private static Tuple values(Filter filter) {
        String[] states = filter.states().stream().map(BookingState::name).toArray(String[]::new);
        return Tuple.from(Arrays.asList(
                filter.enterprise(),
                filter.provider(),
                filter.sight().own(),
                states,
                filter.turn() == null ? null : filter.turn().name(),
                filter.sight().district()));
    }
}
