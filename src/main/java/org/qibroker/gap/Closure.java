package org.qibroker.gap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a gap was closed.
 *
 * @param wishId the gap at that time
 * @param capabilityId the line that meets it
 * @param by name of who closed it
 * @param endedAt when that ended; absent while it holds
 */
public record Closure(
        @JsonIgnore UUID id,
        @JsonIgnore UUID wishId,
        UUID capabilityId,
        UUID providerId,
        @Nullable String note,
        String by,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable ClosureEnd endedReason) {

    static Closure of(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        String reason = row.getString("ended_reason");
        return new Closure(
                row.getUUID("id"),
                row.getUUID("wish_id"),
                row.getUUID("capability_id"),
                row.getUUID("provider_id"),
                row.getString("note"),
                row.getString("closer"),
                row.getOffsetDateTime("closed_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                reason == null ? null : ClosureEnd.valueOf(reason));
    }
}
