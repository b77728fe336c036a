package org.qibroker.gap.wish;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.Json;

/**
 * What an enterprise wanted and nobody could do.
 *
 * @param id of an unmet item the item's own
 * @param demandId absent of a "me too"
 * @param beside the wish that a "me too" was said to; absent of an item
 * @param district of the enterprise, or where the work is wanted
 * @param foundType as the match found; absent if only deadline, budget, mark or place stood in the way
 * @param reason why, in kebab-case; its text is {@code matching.gap.<reason>}
 * @param part as a coordinator set it
 * @param gapId the gap it is one of
 * @param withdrawnAt when it was taken back; it is not counted from then on
 */
public record Wish(
        UUID id,
        @Nullable UUID demandId,
        @Nullable UUID beside,
        UUID enterpriseId,
        @Nullable String district,
        @Nullable GapType foundType,
        String reason,
        ItemSpec asked,
        Wanted wanted,
        @Nullable UUID part,
        UUID gapId,
        Instant createdAt,
        @Nullable Instant withdrawnAt) {

    /** Whether it was said to the wish of another, instead of being an item of a demand. */
    public boolean meToo() {
        return beside != null;
    }

    /** Whether it has not been taken back. */
    public boolean live() {
        return withdrawnAt == null;
    }

    Clusters.Member member() {
        return new Clusters.Member(id, wanted, part, beside);
    }

    static Wish of(Row row) {
        String type = row.getString("found_type");
        OffsetDateTime withdrawn = row.getOffsetDateTime("withdrawn_at");
        return new Wish(
                row.getUUID("id"),
                row.getUUID("demand_id"),
                row.getUUID("beside"),
                row.getUUID("enterprise_id"),
                row.getString("district"),
                type == null ? null : GapType.valueOf(type),
                row.getString("reason"),
                Json.mapper().convertValue(Json.ofStored(row.getValue("asked")), ItemSpec.class),
                wanted(row),
                row.getUUID("part"),
                row.getUUID("gap_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static Wanted wanted(Row row) {
        Double low = row.getDouble("low");
        Double high = row.getDouble("high");
        Double limit = row.getDouble("u_limit");
        return new Wanted(
                row.getString("key"),
                row.getBoolean("ranged")
                        ? new Wanted.Range(
                                low == null ? Double.NEGATIVE_INFINITY : low,
                                high == null ? Double.POSITIVE_INFINITY : high)
                        : null,
                limit == null ? null : new Wanted.Limit(limit, row.getBoolean("relative")));
    }
}
