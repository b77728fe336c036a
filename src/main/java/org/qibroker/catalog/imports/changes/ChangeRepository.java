package org.qibroker.catalog.imports.changes;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.LineColumns;
import org.qibroker.catalog.lines.LineField;

/** SQL of what imports would change, and of its way into the scope. */
final class ChangeRepository {
    private static final int IMPORTS_KEPT = 5;
    private static final int BATCH = 10_000;

    private ChangeRepository() {}

    /** Forgets what an import would change, and what all but the latest imports of its provider changed. */
    static Future<Void> clear(SqlConnection tx, Import asked) {
        return tx.preparedQuery(
                        """
                        DELETE FROM import_change WHERE import_id = $1 OR import_id IN (
                            SELECT id FROM import WHERE provider_id = $2 AND finished_at IS NOT NULL
                            ORDER BY created_at DESC OFFSET $3)""")
                .execute(Tuple.of(asked.id(), asked.providerId(), IMPORTS_KEPT))
                .compose(done -> tx.preparedQuery("DELETE FROM import_finding WHERE import_id = $1")
                        .execute(Tuple.of(asked.id())))
                .mapEmpty();
    }

    /** Forgets the rows as they were before they were compared, and those that were rejected. */
    static Future<Void> forgetSaid(SqlConnection tx, UUID id) {
        return tx.preparedQuery("DELETE FROM import_change WHERE import_id = $1 AND kind IN ('SAID', 'REJECTED')")
                .execute(Tuple.of(id))
                .mapEmpty();
    }

    /** Which change of the scope was the last one; 0 before the first. */
    static Future<Long> basis(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT coalesce(max(sequence), 0) AS basis FROM event
                        WHERE kind = 'provider' AND stream = $1 AND type = 'scope-changed'""")
                .execute(Tuple.of(provider))
                .map(rows -> rows.iterator().next().getLong("basis"));
    }

    /** Whether no line of a provider holds on or after a day. */
    static Future<Boolean> blank(SqlClient client, UUID provider, LocalDate from) {
        return client.preparedQuery(
                        """
                        SELECT NOT EXISTS (
                            SELECT FROM capability
                            WHERE provider_id = $1 AND recorded_until IS NULL
                              AND (valid_to IS NULL OR valid_to >= $2)) AS blank""")
                .execute(Tuple.of(provider, from))
                .map(rows -> rows.iterator().next().getBoolean("blank"));
    }

    /**
     * What is believed from a day on and what the file says, in one order of their cores and ranges. A line that says
     * something else from a later day on stands where its first statement does.
     */
    static Future<Cursor> both(SqlConnection tx, Import asked) {
        return tx.prepare(
                        """
                        SELECT false AS said, record_id, NULL::int AS line, id, provider_id, recorded_at,
                               recorded_until, valid_from, valid_to, %1$s,
                               first_value(site_id) OVER of_line AS by_site,
                               first_value(family) OVER of_line AS by_family,
                               first_value(service_kind) OVER of_line AS by_kind,
                               first_value(subject) OVER of_line AS by_subject,
                               first_value(parameter) OVER of_line AS by_parameter,
                               first_value(quantity) OVER of_line AS by_quantity,
                               first_value(range_text) OVER of_line AS by_range
                        FROM capability
                        WHERE provider_id = $2 AND recorded_until IS NULL AND (valid_to IS NULL OR valid_to >= $3)
                        WINDOW of_line AS (PARTITION BY id ORDER BY valid_from)
                        UNION ALL
                        SELECT true, number, line, NULL, NULL, NULL, NULL, valid_from, valid_to, %1$s,
                               site_id, family, service_kind, subject, parameter, quantity, range_text
                        FROM import_change WHERE import_id = $1 AND kind = 'SAID'
                        ORDER BY by_site, by_family, by_kind, by_subject, by_parameter, by_quantity, by_range, id,
                                 valid_from, record_id"""
                                .formatted(LineColumns.ALL))
                .map(both -> both.cursor(
                        Tuple.of(asked.id(), asked.providerId(), asked.options().effectiveFrom())));
    }

    /** How many changes are kept of an import. */
    static Future<Integer> count(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT count(*)::int AS n FROM import_change WHERE import_id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    /** Stops believing what changes or ends; what was believed for the days before stays. */
    static Future<Void> cut(SqlConnection tx, Import asked, Instant now) {
        return tx.preparedQuery(
                        """
                        WITH gone AS (
                            UPDATE capability c SET recorded_until = $3 FROM import_change s
                            WHERE s.import_id = $2 AND s.kind IN ('CHANGED', 'ENDED')
                              AND c.provider_id = $1 AND c.id = s.capability_id AND c.recorded_until IS NULL
                              AND (c.valid_to IS NULL OR c.valid_to >= s.valid_from)
                            RETURNING c.*, s.valid_from AS day)
                        INSERT INTO capability (provider_id, import_id, recorded_at, id, valid_from, valid_to, %1$s)
                        SELECT provider_id, $2, $3, id, valid_from, day - 1, %1$s
                        FROM gone WHERE valid_from < day"""
                                .formatted(LineColumns.ALL))
                .execute(Tuple.of(asked.providerId(), asked.id(), now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** How many lines were stated, and the number of the last of them. */
    record Part(int lines, int last) {}

    /** States the next lines of a kind, none when there are no more. */
    static Future<Part> state(SqlConnection tx, Import asked, LineChange.Kind kind, int after, Instant now) {
        return tx.preparedQuery(
                        """
                        WITH part AS (
                            SELECT * FROM import_change
                            WHERE import_id = $2 AND kind = $4 AND number > $5 ORDER BY number LIMIT $6),
                        stated AS (
                            INSERT INTO capability (provider_id, import_id, recorded_at, id, valid_from, valid_to, %1$s)
                            SELECT $1, $2, $3, capability_id, valid_from, valid_to, %1$s FROM part ORDER BY number)
                        SELECT count(*)::int AS lines, coalesce(max(number), 0) AS last FROM part"""
                                .formatted(LineColumns.ALL))
                .execute(Tuple.of(
                        asked.providerId(), asked.id(), now.atOffset(ZoneOffset.UTC), kind.name(), after, BATCH))
                .map(rows -> rows.iterator().next())
                .map(row -> new Part(row.getInteger("lines"), row.getInteger("last")));
    }

    /** Changes of an import after one, by kind and number. */
    static Future<List<ImportChange>> page(SqlClient client, UUID id, ChangePlace after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM import_change
                        WHERE import_id = $1 AND (kind, number) > ($2, $3) AND kind = ANY ($4)
                        ORDER BY kind, number LIMIT $5""")
                .execute(
                        Tuple.of(id, after.kind(), after.number(), after.kinds().toArray(String[]::new), limit))
                .compose(rows -> before(client, rows));
    }

    private static Future<List<ImportChange>> before(SqlClient client, RowSet<Row> rows) {
        Long[] records = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("before"))
                .filter(record -> record != null)
                .toArray(Long[]::new);
        return client.preparedQuery("SELECT * FROM capability WHERE record_id = ANY ($1)")
                .execute(Tuple.of((Object) records))
                .map(ChangeRepository::byRecord)
                .map(believed -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> change(row, believed))
                        .toList());
    }

    private static Map<Long, RecordedLine> byRecord(RowSet<Row> rows) {
        Map<Long, RecordedLine> lines = new HashMap<>();
        rows.forEach(row -> lines.put(row.getLong("record_id"), RecordedLine.of(row)));
        return lines;
    }

    private static ImportChange change(Row row, Map<Long, RecordedLine> believed) {
        Long before = row.getLong("before");
        Set<LineField> fields = Arrays.stream(row.getArrayOfStrings("fields"))
                .map(LineField::valueOf)
                .collect(Collectors.toSet());
        LineChange change = new LineChange(
                LineChange.Kind.valueOf(row.getString("kind")),
                row.getInteger("line"),
                row.getUUID("capability_id"),
                before == null ? null : believed.get(before),
                row.getUUID("site_id") == null ? null : RecordedLine.line(row),
                new Capability.Validity(row.getLocalDate("valid_from"), row.getLocalDate("valid_to")),
                fields);
        return new ImportChange(row.getInteger("number"), change, List.of());
    }
}
