package org.qibroker.gap.wish;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.Json;

/** The table {@code wish}. */
final class WishRepository {
    private WishRepository() {}

    /** Keeps a wish that was not kept before, or was without knowing what is wanted. */
    static Future<Void> insert(SqlConnection tx, Wish wish) {
        return tx.preparedQuery(
                        """
                        INSERT INTO wish (id, source, demand_id, beside, enterprise_id, district, found_type, reason, asked,
                                          key, low, high, ranged, u_limit, relative, part, gap_id, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13, $14, $15, $16, $17, $18)
                        ON CONFLICT ON CONSTRAINT wish_pk DO UPDATE
                        SET key = excluded.key, low = excluded.low, high = excluded.high, ranged = excluded.ranged,
                            u_limit = excluded.u_limit, relative = excluded.relative
                        WHERE wish.key = ''""")
                .execute(values(wish))
                .mapEmpty();
    }

    private static Tuple values(Wish wish) {
        Wanted.Range range = wish.wanted().range();
        Wanted.Limit limit = wish.wanted().limit();
        GapType type = wish.foundType();
        return Tuple.tuple()
                .addUUID(wish.id())
                .addString(wish.meToo() ? "ME_TOO" : "ITEM")
                .addUUID(wish.demandId())
                .addUUID(wish.beside())
                .addUUID(wish.enterpriseId())
                .addString(wish.district())
                .addString(type == null ? null : type.name())
                .addString(wish.reason())
                .addString(Json.write(wish.asked()))
                .addString(wish.wanted().key())
                .addDouble(range == null ? null : finite(range.low()))
                .addDouble(range == null ? null : finite(range.high()))
                .addBoolean(range != null)
                .addDouble(limit == null ? null : limit.value())
                .addBoolean(limit != null && limit.relative())
                .addUUID(wish.part())
                .addUUID(wish.gapId())
                .addOffsetDateTime(wish.createdAt().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Double finite(double end) {
        return Double.isInfinite(end) ? null : end;
    }

    /** All wishes that may hang together with those of a key: of that key, or joined to such by hand. */
    static Future<List<Wish>> around(SqlConnection tx, String key) {
        return tx.preparedQuery(
                        """
                        WITH RECURSIVE reached (key) AS (
                            SELECT $1::text
                            UNION
                            SELECT other.key
                            FROM reached JOIN wish AS one ON one.key = reached.key
                                JOIN wish AS other ON other.part = one.part)
                        SELECT wish.* FROM wish WHERE key IN (SELECT key FROM reached)""")
                .execute(Tuple.of(key))
                .map(WishRepository::all);
    }

    /** The wishes of gaps by gap, the first first, those taken back among them. */
    static Future<Map<UUID, List<Wish>>> ofGaps(SqlClient client, Collection<UUID> gaps) {
        return client.preparedQuery("SELECT * FROM wish WHERE gap_id = ANY ($1) ORDER BY id")
                .execute(Tuple.of(gaps.toArray(UUID[]::new)))
                .map(rows -> all(rows).stream().collect(Collectors.groupingBy(Wish::gapId)));
    }

    /** Moves wishes into the gaps they are one of. */
    static Future<Void> move(SqlConnection tx, Map<UUID, UUID> gapOf) {
        List<Tuple> rows = new ArrayList<>();
        gapOf.forEach((wish, gap) -> rows.add(Tuple.of(wish, gap)));
        return rows.isEmpty()
                ? Future.succeededFuture()
                : tx.preparedQuery("UPDATE wish SET gap_id = $2 WHERE id = $1")
                        .executeBatch(rows)
                        .mapEmpty();
    }

    /** Makes wishes one part. */
    static Future<Void> join(SqlConnection tx, Set<UUID> wishes, UUID part) {
        return tx.preparedQuery("UPDATE wish SET part = $2 WHERE id = ANY ($1)")
                .execute(Tuple.of(wishes.toArray(UUID[]::new), part))
                .mapEmpty();
    }

    /** Counts no wish of a demand any more; those it counted, by key. */
    static Future<Map<String, Set<UUID>>> withdraw(SqlConnection tx, UUID demand, Instant at) {
        return tx.preparedQuery(
                        """
                        UPDATE wish SET withdrawn_at = $2 WHERE demand_id = $1 AND withdrawn_at IS NULL
                        RETURNING key, id""")
                .execute(Tuple.of(demand, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getString("key"),
                                Collectors.mapping(row -> row.getUUID("id"), Collectors.toSet()))));
    }

    /** Takes one wish back. */
    static Future<Void> takeBack(SqlConnection tx, UUID wish, Instant at) {
        return tx.preparedQuery("UPDATE wish SET withdrawn_at = $2 WHERE id = $1")
                .execute(Tuple.of(wish, at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static List<Wish> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Wish::of).toList();
    }
}
