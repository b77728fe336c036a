package org.qibroker.catalog.lines;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.shared.Refusal;

/** SQL of changes of single lines. */
final class LineRepository {
    private LineRepository() {}

    /** What is believed of some lines, line by line and by first day. */
    static Future<List<VersionedLine>> believed(SqlClient client, List<UUID> ids) {
        return client.preparedQuery(
                        """
                        SELECT * FROM capability WHERE id = ANY ($1) AND recorded_until IS NULL
                        ORDER BY id, valid_from""")
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .map(LineRepository::lines);
    }

    static Future<List<VersionedLine>> history(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM capability WHERE id = $1 ORDER BY recorded_at DESC, valid_from DESC")
                .execute(Tuple.of(id))
                .map(LineRepository::lines);
    }

    /** The highest number of what is believed of a line, 0 if nothing is. */
    static Future<Long> version(SqlClient client, UUID id) {
        return client.preparedQuery(
                        """
                        SELECT coalesce(max(record_id), 0) AS version FROM capability
                        WHERE id = $1 AND recorded_until IS NULL""")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getLong("version"));
    }

    static Future<UUID> provider(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT provider_id FROM capability WHERE id = $1 LIMIT 1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Refusal.notFound("capability");
                    }
                    return rows.iterator().next().getUUID("provider_id");
                });
    }

    /** Stops believing what lines say of a day and later ones, each of its own day. */
    static Future<Void> disbelieve(SqlConnection tx, List<LineTimeline.Edit> edits, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE capability SET recorded_until = $3
                        FROM unnest($1::uuid[], $2::date[]) AS edit (id, first_day)
                        WHERE capability.id = edit.id AND recorded_until IS NULL
                          AND (valid_to IS NULL OR valid_to >= edit.first_day)""")
                .execute(Tuple.of(
                        edits.stream().map(LineTimeline.Edit::id).toArray(UUID[]::new),
                        edits.stream().map(LineTimeline.Edit::from).toArray(LocalDate[]::new),
                        now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static List<VersionedLine> lines(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new VersionedLine(RecordedLine.of(row), row.getLong("record_id")))
                .toList();
    }
}
