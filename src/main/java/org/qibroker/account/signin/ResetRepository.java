package org.qibroker.account.signin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** SQL of {@code password_reset}. */
final class ResetRepository {
    private ResetRepository() {}

    /** Keeps a link by the hash of its secret; one of the same user before it ends. */
    static Future<Void> insert(SqlConnection tx, UUID user, Buffer secret, Instant end) {
        return tx.preparedQuery(
                        """
                        INSERT INTO password_reset (user_id, secret_hash, expires_at) VALUES ($1, $2, $3)
                        ON CONFLICT ON CONSTRAINT password_reset_pk DO UPDATE SET secret_hash = $2, expires_at = $3""")
                .execute(Tuple.of(user, secret, at(end)))
                .mapEmpty();
    }

    /** Uses a link up; whose it was. */
    static Future<Optional<UUID>> take(SqlConnection tx, Buffer secret, Instant now) {
        return tx.preparedQuery(
                        "DELETE FROM password_reset WHERE secret_hash = $1 AND expires_at > $2 RETURNING user_id")
                .execute(Tuple.of(secret, at(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID("user_id")));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
