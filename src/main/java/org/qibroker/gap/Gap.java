package org.qibroker.gap;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.shared.Family;

/**
 * Something the region cannot do, wished for by one enterprise or several.
 *
 * @param id that of its first wish; the id of any of its wishes leads to it
 * @param foundType as most of the matches found; absent if only deadline, budget, mark or place stood in the way
 * @param type the same, or what a coordinator made of it; absent if it is no gap of the region's
 * @param reason why, in kebab-case; its text is {@code matching.gap.<reason>}
 * @param firstAt when it was first wished for
 * @param lastAt when it was last wished for
 */
public record Gap(
        UUID id,
        Family family,
        String subject,
        @Nullable String parameter,
        @Nullable GapType foundType,
        @Nullable GapType type,
        String reason,
        GapState state,
        Instant firstAt,
        Instant lastAt,
        long version) {

    static Gap of(Row row) {
        return new Gap(
                row.getUUID("id"),
                Family.valueOf(row.getString("family")),
                row.getString("subject"),
                row.getString("parameter"),
                type(row.getString("found_type")),
                type(row.getString("type")),
                row.getString("reason"),
                GapState.valueOf(row.getString("state")),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getLong("version"));
    }

    static @Nullable GapType type(@Nullable String name) {
        return name == null ? null : GapType.valueOf(name);
    }
}
