package org.qibroker.account.verification;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.TimeCursor;

/** SQL of {@code organisation_verification}. */
final class VerificationRepository {
    private static final String FOUND =
            """
            SELECT o.id, o.created_at, v.state, v.reason, v.decided_at,
                (SELECT count(*)::int FROM user_account u WHERE u.organisation_id = o.id) AS members
            FROM organisation o LEFT JOIN organisation_verification v ON v.organisation_id = o.id
            """;

    private VerificationRepository() {}

    /** What was found of an organisation that registered then. */
    record Found(UUID organisation, Instant registeredAt, int members, Verification verification) {}

    /** Those in a state, of one district if one is given, the newest first; coordinators are nobody's to verify. */
    static Future<List<Found>> list(
            SqlClient client, Verification.State state, @Nullable String district, TimeCursor after, int most) {
        return client.preparedQuery(
                        FOUND
                                + """
                        WHERE coalesce(v.state, 'STATED') = $1 AND ($2::text IS NULL OR o.district = $2)
                            AND NOT 'COORDINATOR' = ANY (o.roles) AND (o.created_at, o.id) < ($3, $4)
                        ORDER BY o.created_at DESC, o.id DESC LIMIT $5""")
                .execute(Tuple.of(state.name(), district, after.at().atOffset(ZoneOffset.UTC), after.id(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(VerificationRepository::of)
                        .toList());
    }

    static Future<Optional<Found>> find(SqlClient client, UUID organisation) {
        return client.preparedQuery(FOUND + "WHERE o.id = $1")
                .execute(Tuple.of(organisation))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(VerificationRepository::of)
                        .findFirst());
    }

    /** Keeps what somebody has decided. */
    static Future<Void> put(SqlConnection tx, UUID organisation, Verification verification, @Nullable UUID by) {
        Instant at = verification.decidedAt();
        return tx.preparedQuery(
                        """
                        INSERT INTO organisation_verification (organisation_id, state, reason, decided_at, decided_by)
                        VALUES ($1, $2, $3, $4, $5)
                        ON CONFLICT ON CONSTRAINT organisation_verification_pk DO UPDATE
                        SET state = $2, reason = $3, decided_at = $4, decided_by = $5""")
                .execute(Tuple.of(
                        organisation,
                        verification.state().name(),
                        verification.reason(),
                        at == null ? null : at.atOffset(ZoneOffset.UTC),
                        by))
                .mapEmpty();
    }

    /** Forgets what was decided: what was stated is another thing now. */
    static Future<Void> delete(SqlConnection tx, UUID organisation) {
        return tx.preparedQuery("DELETE FROM organisation_verification WHERE organisation_id = $1")
                .execute(Tuple.of(organisation))
                .mapEmpty();
    }

    private static Found of(Row row) {
        OffsetDateTime decided = row.getOffsetDateTime("decided_at");
        Verification verification = decided == null
                ? Verification.STATED
                : new Verification(
                        Verification.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        decided.toInstant());
        return new Found(
                row.getUUID("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("members"),
                verification);
    }
}
