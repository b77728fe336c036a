package org.qibroker.catalog.index.follow;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** SQL by which the index is filled and kept up. */
final class IndexRepository {
    /** What is believed of all scopes, provider by provider. */
    static final String ALL = "SELECT * FROM capability WHERE recorded_until IS NULL";

    private IndexRepository() {}

    /** Gives a transaction one snapshot for all its reads. */
    static Future<Void> oneSnapshot(SqlConnection tx) {
        return tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .execute()
                .mapEmpty();
    }

    /** What tells this database from any other, and from itself before it was restored from a backup. */
    static Future<String> origin(SqlClient client) {
        return client.query(
                        """
                        SELECT concat_ws(' ', (pg_control_system()).system_identifier,
                                         (pg_control_checkpoint()).timeline_id,
                                         (SELECT oid FROM pg_database WHERE datname = current_database())) AS origin""")
                .execute()
                .map(rows -> rows.iterator().next().getString("origin"));
    }

    /** The number of the last change of each provider's scope; 0 where there is none. */
    static Future<Map<UUID, Long>> marks(SqlClient client) {
        return client.query(
                        """
                        SELECT id, coalesce((SELECT max(change_id) FROM capability WHERE provider_id = provider.id), 0)
                               AS mark
                        FROM provider""")
                .execute()
                .map(rows -> {
                    Map<UUID, Long> marks = new HashMap<>();
                    rows.forEach(row -> marks.put(row.getUUID("id"), row.getLong("mark")));
                    return marks;
                });
    }

    /**
     * Part of what changed since the changes that are known, by provider and in the order of the changes.
     *
     * @param marks number of the last change known of each provider that is asked about
     */
    static Future<List<Statement>> changes(SqlClient client, Map<UUID, Long> marks, int limit) {
        List<UUID> providers = List.copyOf(marks.keySet());
        Long[] known = providers.stream().map(marks::get).toArray(Long[]::new);
        return client.preparedQuery(
                        """
                        SELECT c.* FROM unnest($1::uuid[], $2::int8[]) AS known (provider_id, change_id)
                        JOIN capability c ON c.provider_id = known.provider_id AND c.change_id > known.change_id
                        ORDER BY c.provider_id, c.change_id LIMIT $3""")
                .execute(Tuple.of(providers.toArray(UUID[]::new), known, limit))
                .map(IndexRepository::statements);
    }

    static List<Statement> statements(RowSet<Row> rows) {
        List<Statement> statements = new ArrayList<>(rows.size());
        rows.forEach(row -> statements.add(Statement.of(row)));
        return statements;
    }

    /** What is believed of one scope, part by part. */
    static Future<Void> believed(SqlConnection tx, UUID provider, int part, Function<RowSet<Row>, Future<Void>> to) {
        return tx.prepare("SELECT * FROM capability WHERE provider_id = $1 AND recorded_until IS NULL")
                .compose(prepared -> read(prepared.cursor(Tuple.of(provider)), part, to, Future.succeededFuture()));
    }

    /** Sums over the numbers of what is believed, of each provider asked about that has any. */
    static Future<Map<UUID, ScopeSum>> sums(SqlClient client, List<UUID> providers) {
        return client.preparedQuery(
                        """
                        SELECT provider_id, count(*) AS lines, sum(record_id)::int8 AS sum, bit_xor(record_id) AS parity
                        FROM capability WHERE provider_id = ANY ($1) AND recorded_until IS NULL
                        GROUP BY provider_id""")
                .execute(Tuple.of((Object) providers.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, ScopeSum> sums = new HashMap<>();
                    rows.forEach(row -> sums.put(row.getUUID("provider_id"), ScopeSum.of(row)));
                    return sums;
                });
    }

    /** Hands a whole result over part by part, in order; one part is read while the one before is dealt with. */
    static Future<Void> stream(SqlConnection tx, int part, Function<RowSet<Row>, Future<Void>> to) {
        return tx.prepare(ALL).compose(prepared -> read(prepared.cursor(), part, to, Future.succeededFuture()));
    }

    private static Future<Void> read(
            Cursor cursor, int part, Function<RowSet<Row>, Future<Void>> to, Future<Void> before) {
        return cursor.read(part)
                .compose(rows -> before.compose(done -> {
                    Future<Void> taken = to.apply(rows);
                    return cursor.hasMore() ? read(cursor, part, to, taken) : taken.compose(all -> cursor.close());
                }));
    }
}
