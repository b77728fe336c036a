package org.qibroker.platform.events;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.qibroker.platform.events.LogCheck.Asker;
import org.qibroker.platform.events.LogCheck.Broken;
import org.qibroker.platform.http.Json;

/** SQL of {@code log_check}. */
final class LogCheckRepository {
    private static final TypeReference<List<Broken>> LIST = new TypeReference<>() {};

    private LogCheckRepository() {}

    /** Whether nobody else is at a check of the night; nobody else will be until this transaction ends. */
    static Future<Boolean> lock(SqlConnection tx) {
        return tx.query("SELECT pg_try_advisory_xact_lock(hashtextextended('log-check', 0)) AS mine")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("mine"));
    }

    static Future<Void> insert(SqlConnection tx, LogCheck check) {
        return tx.preparedQuery(
                        """
                        INSERT INTO log_check (id, at, asker, events, up_to, lost, named, faults, broken)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb)""")
                .execute(Tuple.tuple()
                        .addUUID(check.id())
                        .addOffsetDateTime(check.at().atOffset(ZoneOffset.UTC))
                        .addString(check.asker().name())
                        .addLong(check.events())
                        .addLong(check.upTo())
                        .addLong(check.lost())
                        .addLong(check.named())
                        .addLong(check.faults())
                        .addString(Json.write(check.broken())))
                .mapEmpty();
    }

    static Future<Optional<LogCheck>> last(SqlClient client) {
        return latest(client, 1).map(all -> all.stream().findFirst());
    }

    static Future<List<LogCheck>> latest(SqlClient client, int most) {
        return client.preparedQuery("SELECT * FROM log_check ORDER BY at DESC, id DESC LIMIT $1")
                .execute(Tuple.of(most))
                .map(LogCheckRepository::all);
    }

    private static List<LogCheck> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LogCheckRepository::of)
                .toList();
    }

    private static LogCheck of(Row row) {
        return new LogCheck(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                Asker.valueOf(row.getString("asker")),
                row.getLong("events"),
                row.getLong("up_to"),
                row.getLong("lost"),
                row.getLong("named"),
                row.getLong("faults"),
                Json.mapper().convertValue(Json.ofStored(row.getValue("broken")), LIST));
    }
}
