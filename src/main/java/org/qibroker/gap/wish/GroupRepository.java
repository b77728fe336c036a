package org.qibroker.gap.wish;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;

/** Writes what follows from wishes, and from what coordinators said of them, into the table {@code gap}. */
final class GroupRepository {
    private GroupRepository() {}

    /** Waits for whoever else writes; until the end of the transaction nobody else does. */
    static Future<Void> lock(SqlConnection tx) {
        return tx.query("LOCK TABLE gap IN SHARE ROW EXCLUSIVE MODE").execute().mapEmpty();
    }

    static Future<Void> delete(SqlConnection tx, Set<UUID> gaps) {
        return gaps.isEmpty()
                ? Future.succeededFuture()
                : tx.preparedQuery("DELETE FROM gap WHERE id = ANY ($1)")
                        .execute(Tuple.of(gaps.toArray(UUID[]::new)))
                        .mapEmpty();
    }

    static Future<Void> write(SqlConnection tx, Set<UUID> changed, Map<UUID, List<Wish>> members) {
        Future<Void> done = Future.succeededFuture();
        for (UUID gap : changed) {
            List<Wish> wishes = members.getOrDefault(gap, List.of());
            done = done.compose(before -> said(tx, wishes)).compose(said -> upsert(tx, gap, Standing.of(wishes, said)));
        }
        return done;
    }

    /** What coordinators said of any of the wishes. */
    private static Future<Standing.Said> said(SqlConnection tx, List<Wish> wishes) {
        UUID[] ids = wishes.stream().map(Wish::id).toArray(UUID[]::new);
        return tx.preparedQuery(
                        """
                        SELECT correction.id IS NOT NULL AS corrected, correction.type,
                               (SELECT max(closed_at) FROM gap_closure
                                WHERE wish_id = ANY ($1) AND ended_at IS NULL) AS closed_at
                        FROM (SELECT 1) AS once LEFT JOIN LATERAL (
                            SELECT id, type FROM gap_correction WHERE wish_id = ANY ($1)
                            ORDER BY corrected_at DESC, id DESC LIMIT 1) AS correction ON true""")
                .execute(Tuple.of((Object) ids))
                .map(rows -> said(rows.iterator().next()));
    }

    private static Standing.Said said(Row row) {
        String type = row.getString("type");
        OffsetDateTime closed = row.getOffsetDateTime("closed_at");
        return new Standing.Said(
                row.getBoolean("corrected"),
                type == null ? null : GapType.valueOf(type),
                closed == null ? null : closed.toInstant());
    }

    private static Future<Void> upsert(SqlConnection tx, UUID gap, Standing standing) {
        return tx.preparedQuery(
                        """
                        INSERT INTO gap (id, family, subject, parameter, found_type, type, reason, state, first_at, last_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        ON CONFLICT ON CONSTRAINT gap_pk DO UPDATE
                        SET found_type = excluded.found_type, type = excluded.type, reason = excluded.reason,
                            state = excluded.state, first_at = excluded.first_at, last_at = excluded.last_at,
                            version = gap.version + 1""")
                .execute(Tuple.from(values(gap, standing)))
                .mapEmpty();
    }

    private static List<@Nullable Object> values(UUID gap, Standing standing) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(gap);
        values.add(standing.first().asked().family().name());
        values.add(standing.first().asked().subject());
        values.add(standing.first().asked().parameter());
        values.add(name(standing.foundType()));
        values.add(name(standing.type()));
        values.add(standing.reason());
        values.add(standing.state().name());
        values.add(standing.firstAt().atOffset(ZoneOffset.UTC));
        values.add(standing.lastAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    private static @Nullable String name(@Nullable GapType type) {
        return type == null ? null : type.name();
    }
}
