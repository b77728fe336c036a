package org.qibroker.gap;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchMade;
import org.qibroker.matching.answer.GapType;
import org.qibroker.shared.Family;

/**
 * An item that nobody could serve.
 *
 * @param item what was asked, and by whom
 * @param foundType as the match found; absent if only deadline, budget, mark or place stood in the way
 * @param reason why, in kebab-case; its text is {@code matching.gap.<reason>}
 * @param correction what a coordinator made of it, absent if nobody has
 */
public record Gap(
        UUID id,
        Item item,
        @Nullable GapType foundType,
        String reason,
        @Nullable Correction correction,
        Instant createdAt,
        long version) {

    /** What was asked, and by whom. */
    public record Item(
            UUID demandId,
            UUID demandItemId,
            UUID enterpriseId,
            @Nullable String district,
            Family family,
            String subject,
            @Nullable String parameter) {
        static Item of(MatchMade made, MatchMade.Outcome outcome) {
            return new Item(
                    made.demandId(),
                    outcome.itemId(),
                    made.enterpriseId(),
                    made.district(),
                    outcome.family(),
                    outcome.subject(),
                    outcome.parameter());
        }
    }

    /**
     * A coordinator's correction.
     *
     * @param type absent if it is no gap of the region's after all
     * @param by name of who corrected
     */
    public record Correction(@Nullable GapType type, @Nullable String reason, String by, Instant at) {}

    /** The type that counts: the corrected one, if it was corrected. */
    public @Nullable GapType type() {
        return correction == null ? foundType : correction.type();
    }

    Gap corrected(Correction made) {
        return new Gap(id, item, foundType, reason, made, createdAt, version + 1);
    }

    static Gap of(Row row) {
        return new Gap(
                row.getUUID("id"),
                item(row),
                type(row.getString("found_type")),
                row.getString("reason"),
                row.getBoolean("corrected") ? correction(row) : null,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("version"));
    }

    private static Item item(Row row) {
        return new Item(
                row.getUUID("demand_id"),
                row.getUUID("demand_item_id"),
                row.getUUID("enterprise_id"),
                row.getString("district"),
                Family.valueOf(row.getString("family")),
                row.getString("subject"),
                row.getString("parameter"));
    }

    private static Correction correction(Row row) {
        return new Correction(
                type(row.getString("corrected_type")),
                row.getString("corrected_reason"),
                row.getString("corrected_by"),
                row.getOffsetDateTime("corrected_at").toInstant());
    }

    private static @Nullable GapType type(@Nullable String name) {
        return name == null ? null : GapType.valueOf(name);
    }
}
