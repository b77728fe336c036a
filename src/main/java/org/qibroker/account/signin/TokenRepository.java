package org.qibroker.account.signin;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.security.Secret;

/** SQL of {@code refresh_token} and {@code web_session}. */
final class TokenRepository {
    private TokenRepository() {}

    /** A refresh token as kept. */
    record Refresh(UUID family, UUID userId, Instant expiresAt, boolean used, Start start) {}

    /** When a sign-in was, and with what, as it calls itself. */
    record Start(Instant at, @Nullable String agent) {}

    static Future<Void> insertRefresh(SqlClient client, String token, Refresh refresh) {
        return client.preparedQuery(
                        """
                        INSERT INTO refresh_token (token_hash, family, user_id, expires_at, started_at, agent)
                        VALUES ($1, $2, $3, $4, $5, $6)""")
                .execute(Tuple.of(
                        Secret.hash(token),
                        refresh.family(),
                        refresh.userId(),
                        at(refresh.expiresAt()),
                        at(refresh.start().at()),
                        refresh.start().agent()))
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
                row.getOffsetDateTime("used_at") != null,
                new Start(row.getOffsetDateTime("started_at").toInstant(), row.getString("agent")));
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

    static Future<Void> insertSession(SqlClient client, String secret, Session session, UUID user) {
        return client.preparedQuery(
                        """
                        INSERT INTO web_session (id_hash, id, user_id, created_at, expires_at, agent)
                        VALUES ($1, $2, $3, $4, $5, $6)""")
                .execute(Tuple.of(
                        Secret.hash(secret),
                        session.id(),
                        user,
                        at(session.startedAt()),
                        at(session.endsAt()),
                        session.agent()))
                .mapEmpty();
    }

    /** Where a user is signed in, the latest first; the one of the secret is the current one. */
    static Future<List<Session>> sessions(SqlClient client, UUID user, String secret, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT id, 'BROWSER' AS kind, created_at AS started_at, expires_at, agent,
                            id_hash = $2 AS current
                        FROM web_session WHERE user_id = $1 AND expires_at > $3
                        UNION ALL
                        SELECT family, 'APPLICATION', started_at, expires_at, agent, false
                        FROM refresh_token WHERE user_id = $1 AND used_at IS NULL AND expires_at > $3
                        ORDER BY started_at DESC LIMIT 100""")
                .execute(Tuple.of(user, Secret.hash(secret), at(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TokenRepository::session)
                        .toList());
    }

    private static Session session(Row row) {
        return new Session(
                row.getUUID("id"),
                Session.Kind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("agent"),
                row.getBoolean("current"));
    }

    /** Ends one of a user's sessions; whether there was such a one. */
    static Future<Boolean> end(SqlConnection tx, UUID user, UUID session, Instant now) {
        return tx.preparedQuery("DELETE FROM web_session WHERE user_id = $1 AND id = $2")
                .execute(Tuple.of(user, session))
                .compose(browser -> tx.preparedQuery(
                                "UPDATE refresh_token SET used_at = $3 WHERE user_id = $1 AND family = $2 AND used_at IS NULL")
                        .execute(Tuple.of(user, session, at(now)))
                        .map(application -> browser.rowCount() + application.rowCount() > 0));
    }

    /** Ends all of a user's sessions in browsers but the one of the secret. */
    static Future<Void> endOthers(SqlConnection tx, UUID user, String secret) {
        return tx.preparedQuery("DELETE FROM web_session WHERE user_id = $1 AND id_hash <> $2")
                .execute(Tuple.of(user, Secret.hash(secret)))
                .mapEmpty();
    }

    /** Whose session it is, if it still runs. */
    static Future<Optional<UUID>> userOfSession(SqlClient client, String id, Instant now) {
        return client.preparedQuery("SELECT user_id FROM web_session WHERE id_hash = $1 AND expires_at > $2")
                .execute(Tuple.of(Secret.hash(id), at(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID("user_id")));
    }

    static Future<Void> deleteSession(SqlClient client, String id) {
        return client.preparedQuery("DELETE FROM web_session WHERE id_hash = $1")
                .execute(Tuple.of(Secret.hash(id)))
                .mapEmpty();
    }

    /** When what ends tokens last happened to users since a moment. */
    static Future<Map<UUID, Instant>> ended(SqlClient client, Set<String> types, Instant since) {
        return client.preparedQuery(
                        """
                        SELECT stream, max(at) AS at FROM event
                        WHERE kind IN ('user', 'organisation') AND type = ANY ($1) AND at >= $2 GROUP BY stream""")
                .execute(Tuple.of(types.toArray(String[]::new), at(since)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("stream"), row -> row.getOffsetDateTime("at")
                                .toInstant())));
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
