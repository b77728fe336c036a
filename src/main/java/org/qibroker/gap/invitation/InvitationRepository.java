package org.qibroker.gap.invitation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.gap.invitation.Invitation.Answered;
import org.qibroker.platform.http.TimeCursor;

/** The table {@code gap_invitation}. */
final class InvitationRepository {
    private static final String SELECT =
            """
            SELECT *, person_name(invited_by) AS inviter, person_name(answered_by) AS answerer FROM gap_invitation
            """;

    private InvitationRepository() {}

    /** @param by the pseudonym of who invites */
    static Future<Void> insert(SqlConnection tx, List<Invitation> invitations, String by) {
        return tx.preparedQuery(
                        """
                        INSERT INTO gap_invitation (id, wish_id, provider_id, coordinator_id, invited_by, note, answer_by,
                                                    invited_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .executeBatch(invitations.stream()
                        .map(one -> Tuple.of(
                                one.id(),
                                one.gapId(),
                                one.providerId(),
                                one.coordinatorId(),
                                by,
                                one.note(),
                                one.answerBy(),
                                one.invitedAt().atOffset(ZoneOffset.UTC)))
                        .toList())
                .mapEmpty();
    }

    /** To close a gap, the first first. */
    static Future<List<Invitation>> ofGap(SqlClient client, UUID gap) {
        return client.preparedQuery(
                        SELECT
                                + """
                        WHERE wish_id IN (SELECT id FROM wish WHERE gap_id = $1)
                        ORDER BY invited_at, id""")
                .execute(Tuple.of(gap))
                .map(InvitationRepository::all);
    }

    /** Of a provider, the newest first. */
    static Future<List<Invitation>> ofProvider(SqlClient client, UUID provider, TimeCursor after, int limit) {
        return client.preparedQuery(
                        SELECT
                                + """
                        WHERE provider_id = $1 AND (invited_at, id) < ($2, $3)
                        ORDER BY invited_at DESC, id DESC LIMIT $4""")
                .execute(Tuple.of(provider, after.at().atOffset(ZoneOffset.UTC), after.id(), limit))
                .map(InvitationRepository::all);
    }

    static Future<Optional<Invitation>> find(SqlClient client, UUID id) {
        return client.preparedQuery(SELECT + "WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /**
     * Writes an answer; whether the invitation was still at the version before.
     *
     * @param by the pseudonym of who answers
     */
    static Future<Boolean> answer(SqlConnection tx, Invitation answered, Answered answer, String by) {
        return tx.preparedQuery(
                        """
                        UPDATE gap_invitation SET state = $2, able_on = $3, answer = $4, answered_by = $5,
                                                  answered_at = $6, version = $7
                        WHERE id = $1 AND version = $7 - 1""")
                .execute(Tuple.of(
                        answered.id(),
                        answered.state().name(),
                        answer.ableOn(),
                        answer.text(),
                        by,
                        answer.at().atOffset(ZoneOffset.UTC),
                        answered.version()))
                .map(done -> done.rowCount() == 1);
    }

    private static List<Invitation> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Invitation::of)
                .toList();
    }
}
