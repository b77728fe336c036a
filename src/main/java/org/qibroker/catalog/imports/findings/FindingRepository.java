package org.qibroker.catalog.imports.findings;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** SQL of the findings about imported files. */
final class FindingRepository {
    private static final int BATCH = 2000;

    private FindingRepository() {}

    /** Keeps what was found about a file. */
    static Future<Void> keep(SqlConnection tx, UUID id, List<Finding> findings) {
        return findings(tx, id, findings, 0);
    }

    private static Future<Void> findings(SqlConnection tx, UUID id, List<Finding> findings, int from) {
        if (from >= findings.size()) {
            return Future.succeededFuture();
        }
        int to = Math.min(from + BATCH, findings.size());
        List<Finding> part = findings.subList(from, to);
        Tuple tuple = Tuple.of(
                id,
                IntStream.range(from, to).boxed().toArray(Integer[]::new),
                part.stream().map(Finding::row).toArray(Integer[]::new),
                part.stream().map(f -> storable(f.column())).toArray(String[]::new),
                part.stream().map(f -> f.severity().name()).toArray(String[]::new));
        tuple.addValue(part.stream().map(Finding::code).toArray(String[]::new));
        tuple.addValue(part.stream()
                .map(f -> new JsonArray(
                        f.arguments().stream().map(FindingRepository::storable).toList()))
                .toArray(JsonArray[]::new));
        tuple.addValue(part.stream().map(f -> storable(f.value())).toArray(String[]::new));
        return tx.preparedQuery(
                        """
                        INSERT INTO import_finding (import_id, number, line, column_name, severity, code, arguments,
                                                    value)
                        SELECT $1, f.number, f.line, f.column_name, f.severity, f.code,
                               ARRAY(SELECT jsonb_array_elements_text(f.arguments)), f.value
                        FROM unnest($2::int4[], $3::int4[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                                    $8::text[])
                             AS f (number, line, column_name, severity, code, arguments, value)""")
                .execute(tuple)
                .compose(done -> findings(tx, id, findings, to));
    }

    /** PostgreSQL has no place for NUL, which headings and cells may hold. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** Findings of an import after a number, by row. */
    static Future<List<Findings.Numbered>> findings(SqlClient client, UUID id, int after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM import_finding WHERE import_id = $1 AND number > $2
                        ORDER BY number LIMIT $3""")
                .execute(Tuple.of(id, after, limit))
                .map(FindingRepository::all);
    }

    private static List<Findings.Numbered> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Findings.Numbered(row.getInteger("number"), finding(row)))
                .toList();
    }

    private static Finding finding(Row row) {
        return new Finding(
                null,
                row.getInteger("line"),
                row.getString("column_name"),
                Finding.Severity.valueOf(row.getString("severity")),
                row.getString("code"),
                List.of(row.getArrayOfStrings("arguments")),
                row.getString("value"));
    }
}
