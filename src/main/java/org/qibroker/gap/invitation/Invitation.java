package org.qibroker.gap.invitation;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider that was asked to close a gap.
 *
 * @param gapId the gap at that time; leads to what it has become
 * @param coordinatorId who asked
 * @param invitedBy name of the person who asked
 * @param answerBy day until which an answer is hoped for
 * @param answer absent until there is one
 */
public record Invitation(
        UUID id,
        UUID gapId,
        UUID providerId,
        UUID coordinatorId,
        String invitedBy,
        @Nullable String note,
        LocalDate answerBy,
        Instant invitedAt,
        InvitationState state,
        @Nullable Answered answer,
        long version) {

    /**
     * What a provider answered.
     *
     * @param ableOn when it wants to be able to do it; absent for a no
     * @param by name of the person who answered
     */
    public record Answered(@Nullable LocalDate ableOn, @Nullable String text, String by, Instant at) {}

    /** The same with an answer. */
    Invitation answered(InvitationState next, Answered said) {
        return new Invitation(
                id, gapId, providerId, coordinatorId, invitedBy, note, answerBy, invitedAt, next, said, version + 1);
    }

    static Invitation of(Row row) {
        OffsetDateTime answered = row.getOffsetDateTime("answered_at");
        return new Invitation(
                row.getUUID("id"),
                row.getUUID("wish_id"),
                row.getUUID("provider_id"),
                row.getUUID("coordinator_id"),
                row.getString("inviter"),
                row.getString("note"),
                row.getLocalDate("answer_by"),
                row.getOffsetDateTime("invited_at").toInstant(),
                InvitationState.valueOf(row.getString("state")),
                answered == null
                        ? null
                        : new Answered(
                                row.getLocalDate("able_on"),
                                row.getString("answer"),
                                row.getString("answerer"),
                                answered.toInstant()),
                row.getLong("version"));
    }
}
