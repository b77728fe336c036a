package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.platform.http.TimeCursor;

/** The table gap. */
final class GapRepository {
    private GapRepository() {}

    static Future<Void> insert(SqlClient client, UUID id, Gap.Item item, GapVerdict verdict, Instant at) {
        return client.preparedQuery(
                        """
                        INSERT INTO gap (id, demand_id, demand_item_id, enterprise_id, district, family, subject,
                                         parameter, found_type, reason, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        ON CONFLICT ON CONSTRAINT gap_item_once DO NOTHING""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(item.demandId())
                        .addUUID(item.demandItemId())
                        .addUUID(item.enterpriseId())
                        .addString(item.district())
                        .addString(item.family().name())
                        .addString(item.subject())
                        .addString(item.parameter())
                        .addString(name(verdict.type()))
                        .addString(verdict.reason())
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Optional<Gap>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM gap WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> gaps(rows).stream().findFirst());
    }

    /** Newest first, after the one of that time and id; of one type, if one is given. */
    static Future<List<Gap>> list(SqlClient client, TimeCursor after, @Nullable GapType type, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM gap
                        WHERE (created_at, id) < ($1, $2)
                          AND ($3::text IS NULL OR $3 = CASE WHEN corrected THEN corrected_type ELSE found_type END)
                        ORDER BY created_at DESC, id DESC LIMIT $4""")
                .execute(Tuple.of(after.at().atOffset(ZoneOffset.UTC), after.id(), name(type), limit))
                .map(GapRepository::gaps);
    }

    /** Whether the gap was still at that version. */
    static Future<Boolean> correct(SqlClient client, UUID id, long version, Gap.Correction correction) {
        return client.preparedQuery(
                        """
                        UPDATE gap SET corrected = true, corrected_type = $3, corrected_reason = $4, corrected_by = $5,
                                       corrected_at = $6, version = version + 1
                        WHERE id = $1 AND version = $2""")
                .execute(Tuple.of(
                        id,
                        version,
                        name(correction.type()),
                        correction.reason(),
                        correction.by(),
                        correction.at().atOffset(ZoneOffset.UTC)))
                .map(result -> result.rowCount() == 1);
    }

    private static @Nullable String name(@Nullable GapType type) {
        return type == null ? null : type.name();
    }

    private static List<Gap> gaps(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Gap::of).toList();
    }
}
