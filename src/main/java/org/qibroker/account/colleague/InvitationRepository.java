package org.qibroker.account.colleague;

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
import java.util.stream.StreamSupport;

/** SQL of {@code invitation}. */
final class InvitationRepository {
    private InvitationRepository() {}

    /** Keeps an invitation; one of the same address before it ends. */
    static Future<Void> insert(SqlConnection tx, Invitation invitation, Buffer secret, UUID by) {
        return tx.preparedQuery(
                        """
                        INSERT INTO invitation (id, organisation_id, email, secret_hash, invited_by, expires_at)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT ON CONSTRAINT invitation_one_an_address DO UPDATE
                        SET id = $1, secret_hash = $4, invited_by = $5, expires_at = $6""")
                .execute(Tuple.of(
                        invitation.id(),
                        invitation.organisationId(),
                        invitation.email(),
                        secret,
                        by,
                        at(invitation.expiresAt())))
                .mapEmpty();
    }

    static Future<List<Invitation>> open(SqlClient client, UUID organisation, Instant now) {
        return client.preparedQuery(
                        """
                        SELECT * FROM invitation WHERE organisation_id = $1 AND expires_at > $2
                        ORDER BY expires_at DESC LIMIT 200""")
                .execute(Tuple.of(organisation, at(now)))
                .map(InvitationRepository::all);
    }

    static Future<Optional<Invitation>> find(SqlClient client, Buffer secret, Instant now) {
        return client.preparedQuery("SELECT * FROM invitation WHERE secret_hash = $1 AND expires_at > $2")
                .execute(Tuple.of(secret, at(now)))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Takes an invitation up, so that nobody else does. */
    static Future<Optional<Invitation>> take(SqlConnection tx, Buffer secret, Instant now) {
        return tx.preparedQuery("DELETE FROM invitation WHERE secret_hash = $1 AND expires_at > $2 RETURNING *")
                .execute(Tuple.of(secret, at(now)))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Whether there was one. */
    static Future<Boolean> delete(SqlConnection tx, UUID organisation, UUID id) {
        return tx.preparedQuery("DELETE FROM invitation WHERE organisation_id = $1 AND id = $2")
                .execute(Tuple.of(organisation, id))
                .map(done -> done.rowCount() > 0);
    }

    private static List<Invitation> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Invitation(
                        row.getUUID("id"),
                        row.getUUID("organisation_id"),
                        row.getString("email"),
                        row.getOffsetDateTime("expires_at").toInstant()))
                .toList();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
