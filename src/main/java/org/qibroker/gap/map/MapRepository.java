package org.qibroker.gap.map;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;

/** The table {@code gap_enterprise}, and counts of gaps. */
final class MapRepository {
    private MapRepository() {}

    /** Keeps the industry that an enterprise said, or that it says none any more. */
    static Future<Void> keep(SqlConnection tx, UUID enterprise, String industry) {
        String sql = industry.isEmpty()
                ? "DELETE FROM gap_enterprise WHERE enterprise_id = $1 AND $2 = ''"
                : """
                INSERT INTO gap_enterprise (enterprise_id, industry) VALUES ($1, $2)
                ON CONFLICT ON CONSTRAINT gap_enterprise_pk DO UPDATE SET industry = excluded.industry""";
        return tx.preparedQuery(sql).execute(Tuple.of(enterprise, industry)).mapEmpty();
    }

    /**
     * Open gaps of the region by industry and by district, with the sums of each and of all; of one district and of one
     * type, if they are given.
     */
    static Future<List<Cell>> count(SqlClient client, @Nullable String district, @Nullable GapType type) {
        return client.preparedQuery(
                        """
                        SELECT coalesce(said.industry, '') AS industry, coalesce(wish.district, '') AS district,
                               grouping(coalesce(said.industry, '')) = 1 AS all_industries,
                               grouping(coalesce(wish.district, '')) = 1 AS all_districts,
                               count(DISTINCT gap.id)::int AS gaps,
                               count(DISTINCT wish.enterprise_id)::int AS enterprises
                        FROM gap JOIN wish ON wish.gap_id = gap.id
                            LEFT JOIN gap_enterprise AS said ON said.enterprise_id = wish.enterprise_id
                        WHERE gap.state = 'OPEN' AND gap.type IS NOT NULL AND wish.withdrawn_at IS NULL
                          AND ($1::text IS NULL OR wish.district = $1) AND ($2::text IS NULL OR gap.type = $2)
                        GROUP BY CUBE (coalesce(said.industry, ''), coalesce(wish.district, ''))
                        HAVING count(*) > 0""")
                .execute(Tuple.of(district, type == null ? null : type.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MapRepository::cell)
                        .toList());
    }

    private static Cell cell(Row row) {
        return new Cell(
                row.getBoolean("all_industries") ? Cell.ALL : row.getString("industry"),
                row.getBoolean("all_districts") ? Cell.ALL : row.getString("district"),
                row.getInteger("gaps"),
                row.getInteger("enterprises"));
    }
}
