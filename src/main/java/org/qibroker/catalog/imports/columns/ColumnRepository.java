package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.shared.TextKey;

/** SQL of what headings mean to a provider. */
final class ColumnRepository {
    private ColumnRepository() {}

    /** All that a provider has said. */
    static Future<ColumnMapping> mapping(SqlClient client, UUID provider) {
        return client.preparedQuery("SELECT heading, column_name FROM import_column WHERE provider_id = $1")
                .execute(Tuple.of(provider))
                .map(rows -> {
                    Map<String, Optional<Column>> chosen = new HashMap<>();
                    rows.forEach(row -> chosen.put(
                            row.getString("heading"),
                            Optional.ofNullable(row.getString("column_name")).flatMap(Column::ofKey)));
                    return new ColumnMapping(chosen);
                });
    }

    /** What a provider has said, heading by heading. */
    static Future<List<RememberedColumn>> all(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT heading, column_name, said_at FROM import_column WHERE provider_id = $1
                        ORDER BY heading""")
                .execute(Tuple.of(provider))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RememberedColumn::of)
                        .toList());
    }

    /** Forgets what a provider has said of a heading; false if it has said nothing. */
    static Future<Boolean> forget(SqlConnection tx, UUID provider, String heading) {
        return tx.preparedQuery("DELETE FROM import_column WHERE provider_id = $1 AND heading_key = $2")
                .execute(Tuple.of(provider, TextKey.of(heading)))
                .map(result -> result.rowCount() == 1);
    }

    /** Keeps what a provider says of headings, in place of what it said of them before. */
    static Future<Void> keep(SqlConnection tx, UUID provider, Map<String, Optional<Column>> said, Instant now) {
        List<String> headings = said.keySet().stream()
                .filter(heading -> !TextKey.of(heading).isEmpty())
                .toList();
        return tx.preparedQuery(
                        """
                        INSERT INTO import_column (provider_id, heading_key, heading, column_name, said_at)
                        SELECT DISTINCT ON (s.key) $1::uuid, s.key, s.heading, s.name, $5::timestamptz
                        FROM unnest($2::text[], $3::text[], $4::text[]) AS s (key, heading, name)
                        ON CONFLICT (provider_id, heading_key)
                        DO UPDATE SET heading = excluded.heading, column_name = excluded.column_name,
                                      said_at = excluded.said_at""")
                .execute(Tuple.of(
                        provider,
                        headings.stream().map(TextKey::of).toArray(String[]::new),
                        headings.toArray(String[]::new),
                        headings.stream()
                                .map(heading -> said.getOrDefault(heading, Optional.empty())
                                        .map(Column::key)
                                        .orElse(null))
                                .toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }
}
