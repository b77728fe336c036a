package org.qibroker.feedback.rating;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.feedback.rating.Rating.Points;
import org.qibroker.feedback.rating.Rating.Reply;
import org.qibroker.platform.http.TimeCursor;

/** The tables rating and rating_reply. */
final class RatingRepository {
    private static final String SELECT =
            """
            SELECT r.*, person_name(r.author) AS author_name, p.text AS reply_text,
                   person_name(p.author) AS reply_author, p.at AS reply_at
            FROM rating r LEFT JOIN rating_reply p ON p.booking_id = r.booking_id
            """;

    private RatingRepository() {}

    /** @param author the author's pseudonym */
    static Future<Void> insert(SqlConnection tx, Rating rating, String author) {
        return tx.preparedQuery(
                        """
                        INSERT INTO rating (booking_id, enterprise_id, provider_id, service, punctuality, clarity,
                                            comment, author, at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""")
                .execute(Tuple.of(
                                rating.bookingId(),
                                rating.enterpriseId(),
                                rating.providerId(),
                                rating.points().service(),
                                rating.points().punctuality(),
                                rating.points().clarity())
                        .addString(rating.comment())
                        .addString(author)
                        .addOffsetDateTime(rating.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** @param author the author's pseudonym */
    static Future<Void> reply(SqlConnection tx, UUID booking, Reply reply, String author) {
        return tx.preparedQuery("INSERT INTO rating_reply (booking_id, text, author, at) VALUES ($1, $2, $3, $4)")
                .execute(Tuple.of(booking, reply.text(), author, reply.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Optional<Rating>> find(SqlClient client, UUID booking) {
        return client.preparedQuery(SELECT + "WHERE r.booking_id = $1")
                .execute(Tuple.of(booking))
                .map(rows -> ratings(rows).stream().findFirst());
    }

    /** Of a provider, the newest first. */
    static Future<List<Rating>> list(SqlClient client, UUID provider, TimeCursor after, int limit) {
        return client.preparedQuery(
                        SELECT
                                + """
                        WHERE r.provider_id = $1 AND (r.at, r.booking_id) < ($2, $3)
                        ORDER BY r.at DESC, r.booking_id DESC LIMIT $4""")
                .execute(Tuple.of(provider, after.at().atOffset(ZoneOffset.UTC), after.id(), limit))
                .map(RatingRepository::ratings);
    }

    static Future<RatingSummary> summary(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT count(*) AS cases, coalesce(sum(service), 0) AS service,
                               coalesce(sum(punctuality), 0) AS punctuality, coalesce(sum(clarity), 0) AS clarity,
                               coalesce(sum(power((service + punctuality + clarity) / 3.0::double precision, 2)), 0)
                                   AS squares
                        FROM rating WHERE provider_id = $1""")
                .execute(Tuple.of(provider))
                .map(rows -> summary(rows.iterator().next()));
    }

    private static RatingSummary summary(Row row) {
        return new RatingSummary(
                row.getLong("cases"),
                row.getLong("service"),
                row.getLong("punctuality"),
                row.getLong("clarity"),
                row.getDouble("squares"));
    }

    private static List<Rating> ratings(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RatingRepository::rating)
                .toList();
    }

    private static Rating rating(Row row) {
        return new Rating(
                row.getUUID("booking_id"),
                row.getUUID("enterprise_id"),
                row.getUUID("provider_id"),
                new Points(row.getInteger("service"), row.getInteger("punctuality"), row.getInteger("clarity")),
                row.getString("comment"),
                row.getString("author_name"),
                row.getOffsetDateTime("at").toInstant(),
                reply(row));
    }

    private static @Nullable Reply reply(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("reply_at");
        return at == null
                ? null
                : new Reply(row.getString("reply_text"), row.getString("reply_author"), at.toInstant());
    }
}
