package org.qibroker.sample;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** The table {@code sample_region}. */
final class SampleRepository {
    private SampleRepository() {}

    /** What there is to do. */
    enum State {
        /** Nobody is there: it may be loaded. */
        EMPTY,
        /** A load was interrupted. */
        INTERRUPTED,
        /** It was loaded, or somebody works with the database already. */
        SETTLED
    }

    static Future<State> state(SqlClient client) {
        return client.query(
                        """
                        SELECT CASE
                                 WHEN EXISTS (SELECT 1 FROM sample_region WHERE finished IS NOT NULL) THEN 'SETTLED'
                                 WHEN EXISTS (SELECT 1 FROM sample_region) THEN 'INTERRUPTED'
                                 WHEN EXISTS (SELECT 1 FROM organisation) THEN 'SETTLED'
                                 ELSE 'EMPTY'
                               END AS state""")
                .execute()
                .map(rows -> State.valueOf(rows.iterator().next().getString("state")));
    }

    static Future<Void> begin(SqlClient client, Instant now) {
        return client.preparedQuery("INSERT INTO sample_region (begun) VALUES ($1)")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Void> finish(SqlClient client, Instant now) {
        return client.preparedQuery("UPDATE sample_region SET finished = $1")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** The one user of an organisation that has just registered. */
    static Future<UUID> userOf(SqlClient client, UUID organisation) {
        return client.preparedQuery("SELECT id FROM user_account WHERE organisation_id = $1")
                .execute(Tuple.of(organisation))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    /** Empties all tables; needs the rights of a superuser, because the event log refuses it otherwise. */
    static Future<Void> clear(SqlConnection tx) {
        return tx.query("SET LOCAL session_replication_role = replica")
                .execute()
                .compose(set -> tx.query(
                                """
                                SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
                                WHERE schemaname = current_schema() AND tablename <> 'flyway_schema_history'""")
                        .execute())
                .map(rows -> tables(rows.iterator().next()))
                .compose(tables -> tx.query("TRUNCATE " + tables).execute())
                .mapEmpty();
    }

    private static String tables(Row row) {
        return row.getString("tables");
    }
}
