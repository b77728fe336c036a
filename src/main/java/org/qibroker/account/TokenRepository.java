package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** SQL of {@code refresh_token} and {@code web_session}. */
final class TokenRepository {
    private TokenRepository() {}

    /** A refresh token as kept. */
    record Refresh(UUID family, UUID userId, Instant expiresAt, boolean used) {}

    static Future<Void> insertRefresh(SqlClient client, String token, Refresh refresh) {
        return client.preparedQuery(
                        """
                        INSERT INTO refresh_token (token_hash, family, user_id, expires_at) VALUES ($1, $2, $3, $4)""")
                .execute(Tuple.of(Secret.hash(token), refresh.family(), refresh.userId(), at(refresh.expiresAt())))
                .mapEmpty();
    }

    static Future<Optional<Refresh>> lockRefresh(SqlConnection tx, String token) {
        return tx.preparedQuery("SELECT * FROM refresh_token WHERE token_hash = $1 FOR UPDATE")
                .execute(Tuple.of(Secret.hash(token)))
                .map(rows -> rows.iterator())
                .map(row -> row.hasNext() ? Optional.of(of(row.next())) : Optional.empty());
    }

    private static Refresh of(Row row) {
        return new Refresh(
                row.getUUID("family"),
                row.getUUID("user_id"),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getOffsetDateTime("used_at") != null);
    }

    /** Uses up what is live of a family. */
    static Future<Void> useUpFamily(SqlClient client, UUID family, Instant now) {
        return client.preparedQuery("UPDATE refresh_token SET used_at = $2 WHERE family = $1 AND used_at IS NULL")
                .execute(Tuple.of(family, at(now)))
                .mapEmpty();
    }

    /** Uses up what is live of a user. */
    static Future<Void> useUpAll(SqlClient client, UUID user, Instant now) {
        return client.preparedQuery("UPDATE refresh_token SET used_at = $2 WHERE user_id = $1 AND used_at IS NULL")
                .execute(Tuple.of(user, at(now)))
                .mapEmpty();
    }

    static Future<Void> insertSession(SqlClient client, String id, UUID user, Instant now, Instant end) {
        return client.preparedQuery(
                        """
                        INSERT INTO web_session (id_hash, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4)""")
                .execute(Tuple.of(Secret.hash(id), user, at(now), at(end)))
                .mapEmpty();
    }

    static Future<Optional<User>> userOfSession(SqlClient client, String id, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT o.*, u.id AS user_id, u.email, u.name, u.password_hash, u.roles AS own_roles
                        FROM web_session s
                            JOIN user_account u ON u.id = s.user_id
                            LEFT JOIN organisation o ON o.id = u.organisation_id
                        WHERE s.id_hash = $1 AND s.expires_at > $2""")
                .execute(Tuple.of(Secret.hash(id), at(now)))
                .map(UserRepository::first);
    }

    static Future<Void> deleteSession(SqlClient client, String id) {
        return client.preparedQuery("DELETE FROM web_session WHERE id_hash = $1")
                .execute(Tuple.of(Secret.hash(id)))
                .mapEmpty();
    }

    /** Forgets what has ended. */
    static Future<Void> sweep(SqlConnection tx, Instant now) {
        return tx.preparedQuery("DELETE FROM web_session WHERE expires_at <= $1")
                .execute(Tuple.of(at(now)))
                .compose(gone -> tx.preparedQuery("DELETE FROM refresh_token WHERE expires_at <= $1")
                        .execute(Tuple.of(at(now))))
                .mapEmpty();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
