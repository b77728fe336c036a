package org.qibroker.project;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.matching.answer.GapType;

/**
 * A quality-tackling project (攻关项目) that is being drafted.
 *
 * @param gapId the gap that it is to close, as it was then; leads to what it has become
 * @param coordinatorId who opened it
 * @param openedBy name of the person who did
 * @param participants the lead first
 */
public record Project(
        UUID id,
        UUID gapId,
        String name,
        GapType type,
        ProjectCategory category,
        List<Participant> participants,
        UUID coordinatorId,
        String openedBy,
        Instant openedAt,
        long version) {

    Project rewritten(ProjectDraft draft) {
        return new Project(
                id,
                gapId,
                draft.name(),
                draft.type(),
                draft.category(),
                draft.participants(),
                coordinatorId,
                openedBy,
                openedAt,
                version + 1);
    }

    static Project of(Row row, List<Participant> participants) {
        return new Project(
                row.getUUID("id"),
                row.getUUID("wish_id"),
                row.getString("name"),
                GapType.valueOf(row.getString("type")),
                ProjectCategory.valueOf(row.getString("category")),
                participants,
                row.getUUID("coordinator_id"),
                row.getString("opener"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getLong("version"));
    }
}
