package org.qibroker.catalog.lint;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.RecordedLine;

/** SQL of what a scope is judged by. */
final class LintRepository {
    /** Comes before every line. */
    static final UUID FIRST = new UUID(0, 0);

    private LintRepository() {}

    /**
     * The next lines of a scope, each as it holds on a day or, if it begins later, at first.
     *
     * @param after the line before, {@link #FIRST} for the first part
     */
    static Future<List<RecordedLine>> lines(SqlClient client, UUID provider, LocalDate day, UUID after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT DISTINCT ON (id) * FROM capability
                        WHERE provider_id = $1 AND recorded_until IS NULL AND (valid_to IS NULL OR valid_to >= $2)
                          AND id > $3
                        ORDER BY id, valid_from LIMIT $4""")
                .execute(Tuple.of(provider, day, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RecordedLine::of)
                        .toList());
    }

    /** About how many lines {@link #lines} gives in all. */
    static Future<Integer> count(SqlClient client, UUID provider, LocalDate day) {
        return client.preparedQuery(
                        """
                        SELECT count(*)::int4 FROM capability
                        WHERE provider_id = $1 AND recorded_until IS NULL AND (valid_to IS NULL OR valid_to >= $2)""")
                .execute(Tuple.of(provider, day))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** How often a provider has changed, its scope and accreditations included. */
    static Future<Long> revision(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        "SELECT coalesce(max(sequence), 0) AS revision FROM event WHERE kind = $1 AND stream = $2")
                .execute(Tuple.of(Catalog.PROVIDER_EVENTS, provider))
                .map(rows -> rows.iterator().next().getLong("revision"));
    }

    /** Every method that a line in force names, once. */
    static Future<List<String>> methods(SqlClient client, LocalDate day) {
        return client.preparedQuery(
                        """
                        SELECT DISTINCT m.method FROM capability, unnest(methods) AS m (method)
                        WHERE recorded_until IS NULL AND (valid_to IS NULL OR valid_to >= $1)""")
                .execute(Tuple.of(day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("method"))
                        .toList());
    }
}
