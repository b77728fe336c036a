package org.qibroker.account.factor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL of {@code second_factor}, {@code recovery_code} and {@code sign_in_challenge}. */
final class FactorRepository {
    private FactorRepository() {}

    /**
     * A second factor as kept.
     *
     * @param lastStep the time step of the code last taken
     */
    record Kept(Buffer sealed, boolean confirmed, long lastStep) {}

    static Future<Optional<Kept>> find(SqlClient client, UUID user) {
        return client.preparedQuery("SELECT * FROM second_factor WHERE user_id = $1")
                .execute(Tuple.of(user))
                .map(FactorRepository::first);
    }

    static Future<Optional<Kept>> lock(SqlConnection tx, UUID user) {
        return tx.preparedQuery("SELECT * FROM second_factor WHERE user_id = $1 FOR UPDATE")
                .execute(Tuple.of(user))
                .map(FactorRepository::first);
    }

    private static Optional<Kept> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next())
                        .map(row -> new Kept(
                                row.getBuffer("sealed"),
                                row.getOffsetDateTime("confirmed_at") != null,
                                row.getLong("last_step")));
    }

    /** Keeps a secret that is not confirmed yet; whether there was none that is. */
    static Future<Boolean> begin(SqlConnection tx, UUID user, Buffer sealed, Instant now) {
        return tx.preparedQuery(
                        """
                        INSERT INTO second_factor AS kept (user_id, sealed, begun_at, last_step) VALUES ($1, $2, $3, 0)
                        ON CONFLICT ON CONSTRAINT second_factor_pk DO UPDATE SET sealed = $2, begun_at = $3
                        WHERE kept.confirmed_at IS NULL""")
                .execute(Tuple.of(user, sealed, at(now)))
                .map(done -> done.rowCount() > 0);
    }

    static Future<Void> confirm(SqlConnection tx, UUID user, long step, Instant now) {
        return tx.preparedQuery("UPDATE second_factor SET confirmed_at = $3, last_step = $2 WHERE user_id = $1")
                .execute(Tuple.of(user, step, at(now)))
                .mapEmpty();
    }

    static Future<Void> used(SqlConnection tx, UUID user, long step) {
        return tx.preparedQuery("UPDATE second_factor SET last_step = $2 WHERE user_id = $1")
                .execute(Tuple.of(user, step))
                .mapEmpty();
    }

    /** Whether there was one. */
    static Future<Boolean> delete(SqlConnection tx, UUID user) {
        return tx.preparedQuery("DELETE FROM second_factor WHERE user_id = $1")
                .execute(Tuple.of(user))
                .map(done -> done.rowCount() > 0);
    }

    static Future<Void> keepCodes(SqlConnection tx, UUID user, List<String> codes) {
        List<Tuple> rows = codes.stream()
                .map(code -> Tuple.of(user, RecoveryCode.hash(code)))
                .toList();
        return tx.preparedQuery("INSERT INTO recovery_code (user_id, code_hash) VALUES ($1, $2)")
                .executeBatch(rows)
                .mapEmpty();
    }

    /** Uses a recovery code up; whether it was one that was not used. */
    static Future<Boolean> useCode(SqlConnection tx, UUID user, String code, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE recovery_code SET used_at = $3
                        WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL""")
                .execute(Tuple.of(user, RecoveryCode.hash(code), at(now)))
                .map(done -> done.rowCount() > 0);
    }

    static Future<Integer> codesLeft(SqlClient client, UUID user) {
        return client.preparedQuery(
                        "SELECT count(*)::int AS n FROM recovery_code WHERE user_id = $1 AND used_at IS NULL")
                .execute(Tuple.of(user))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    static Future<Void> challenge(SqlConnection tx, Buffer hash, UUID user, Instant end) {
        return tx.preparedQuery(
                        """
                        INSERT INTO sign_in_challenge (secret_hash, user_id, expires_at, attempts)
                        VALUES ($1, $2, $3, 0)""")
                .execute(Tuple.of(hash, user, at(end)))
                .mapEmpty();
    }

    /** Counts one attempt at a challenge that still runs; whose it is. */
    static Future<Optional<UUID>> attempt(SqlConnection tx, Buffer hash, int most, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE sign_in_challenge SET attempts = attempts + 1
                        WHERE secret_hash = $1 AND expires_at > $3 AND attempts < $2 RETURNING user_id""")
                .execute(Tuple.of(hash, most, at(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID("user_id")));
    }

    /** Forgets a challenge, and those that have ended. */
    static Future<Void> forget(SqlConnection tx, Buffer hash, Instant now) {
        return tx.preparedQuery("DELETE FROM sign_in_challenge WHERE secret_hash = $1 OR expires_at <= $2")
                .execute(Tuple.of(hash, at(now)))
                .mapEmpty();
    }

    /** Forgets all challenges of a user. */
    static Future<Void> forgetAll(SqlConnection tx, UUID user) {
        return tx.preparedQuery("DELETE FROM sign_in_challenge WHERE user_id = $1")
                .execute(Tuple.of(user))
                .mapEmpty();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
