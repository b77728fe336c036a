package org.qibroker.catalog.imports.changes;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.Finding.Severity;

/** SQL of lines that a whole new scope does not name, and that stay because a row that was rejected may be theirs. */
final class KeptRepository {
    private static final String ALIKE =
            """
            (r.family IS NULL OR r.family = e.family)
            AND (r.site_id IS NULL OR r.site_id = e.site_id)
            AND (r.service_kind IS NULL OR e.service_kind IS NULL
                 OR r.service_kind = e.service_kind)""";

    private static final String KEEP =
            """
            WITH ended AS MATERIALIZED (
                SELECT e.number, c.site_id, c.family, c.service_kind, c.subject, c.parameter,
                       coalesce(c.range_text, '') AS range, c.valid_from, c.valid_to
                FROM import_change e JOIN capability c ON c.record_id = e.before
                WHERE e.import_id = $1 AND e.kind = 'ENDED'),
            rejected AS MATERIALIZED (
                SELECT min(line) AS line, site_id, family, service_kind, subject, parameter, range_text
                FROM import_change WHERE import_id = $1 AND kind = 'REJECTED'
                GROUP BY site_id, family, service_kind, subject, parameter, range_text),
            same AS MATERIALIZED (
                SELECT e.number, r.line FROM ended e JOIN rejected r
                  ON r.subject = e.subject AND coalesce(r.range_text, '') = e.range
                 AND (r.parameter IS NULL OR r.parameter = e.parameter)
                 AND %1$s
                UNION ALL
                SELECT e.number, r.line FROM ended e JOIN rejected r
                  ON r.subject IS NULL AND r.parameter = e.parameter AND r.range_text = e.range
                 AND %1$s),
            others AS MATERIALIZED (
                SELECT min(line) AS line, site_id, family, service_kind, subject, parameter FROM rejected
                WHERE subject IS NOT NULL AND line NOT IN (SELECT line FROM same)
                GROUP BY site_id, family, service_kind, subject, parameter),
            doubted AS (
                SELECT number, line FROM same
                UNION ALL
                SELECT e.number, r.line FROM ended e JOIN others r
                  ON r.subject = e.subject AND r.parameter = e.parameter
                 AND %1$s
                UNION ALL
                SELECT e.number, r.line FROM ended e JOIN others r
                  ON r.subject = e.subject AND r.parameter IS NULL
                 AND %1$s),
            kept AS (SELECT number, min(line) AS line FROM doubted GROUP BY number)
            UPDATE import_change c
            SET kind = 'KEPT', line = kept.line, valid_from = ended.valid_from, valid_to = ended.valid_to
            FROM kept JOIN ended USING (number)
            WHERE c.import_id = $1 AND c.kind = 'ENDED' AND c.number = kept.number"""
                    .formatted(ALIKE);

    private KeptRepository() {}

    /**
     * Keeps those lines among the ones that would end: the lines with subject and range of a rejected row, or with its
     * parameter and range where it names no subject; where there is none, all with its subject and parameter. What a row
     * leaves open is no difference.
     *
     * @return how many are kept
     */
    static Future<Integer> keep(SqlConnection tx, UUID id) {
        return tx.preparedQuery(KEEP).execute(Tuple.of(id)).map(RowSet::rowCount);
    }

    /** What is to be said of the lines kept, by the row that may be theirs: the first so many rows. */
    static Future<List<Finding>> findings(SqlClient client, UUID id, int limit) {
        return client.preparedQuery(
                        """
                        SELECT k.line, count(*)::int AS lines,
                               min(concat_ws(' · ', c.subject, nullif(c.parameter, ''), c.range_text)) AS first
                        FROM import_change k JOIN capability c ON c.record_id = k.before
                        WHERE k.import_id = $1 AND k.kind = 'KEPT'
                        GROUP BY k.line ORDER BY k.line LIMIT $2""")
                .execute(Tuple.of(id, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KeptRepository::finding)
                        .toList());
    }

    private static Finding finding(Row row) {
        String first = Objects.requireNonNull(row.getString("first"));
        String lines = String.valueOf(row.getInteger("lines"));
        return new Finding(
                null, row.getInteger("line"), null, Severity.WARNING, "line-kept", List.of(lines, first), null);
    }
}
