package org.qibroker.matching.watch;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Family;

/** The table watch. */
final class WatchRepository {
    private WatchRepository() {}

    /** Waits for an item, again if it was met or ended; whether it did not wait already. */
    static Future<Boolean> begin(SqlConnection tx, Watch watch) {
        return tx.preparedQuery(
                        """
                        INSERT INTO watch (demand_item_id, demand_id, enterprise_id, family, subject, asked, state, since)
                        VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, 'WAITING', $7)
                        ON CONFLICT (demand_item_id) DO UPDATE SET
                            state = 'WAITING', since = EXCLUDED.since, met_at = NULL, provider_id = NULL,
                            provider_name = NULL
                        WHERE watch.state <> 'WAITING'""")
                .execute(Tuple.of(
                        watch.demandItemId(),
                        watch.demandId(),
                        watch.enterpriseId(),
                        watch.family().name(),
                        watch.subject(),
                        Json.write(watch.asked()),
                        watch.since().atOffset(ZoneOffset.UTC)))
                .map(result -> result.rowCount() == 1);
    }

    /** Waits no more; whether it did wait. */
    static Future<Boolean> end(SqlConnection tx, UUID item) {
        return tx.preparedQuery("UPDATE watch SET state = 'ENDED' WHERE demand_item_id = $1 AND state = 'WAITING'")
                .execute(Tuple.of(item))
                .map(result -> result.rowCount() == 1);
    }

    /** Was met by a candidate; whether it waited until now, so that only one node tells. */
    static Future<Boolean> met(SqlConnection tx, UUID item, Candidate by, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE watch SET state = 'MET', met_at = $2, provider_id = $3, provider_name = $4
                        WHERE demand_item_id = $1 AND state = 'WAITING'""")
                .execute(Tuple.of(item, now.atOffset(ZoneOffset.UTC), by.providerId(), by.providerName()))
                .map(result -> result.rowCount() == 1);
    }

    static Future<Optional<Watch>> find(SqlClient client, UUID item) {
        return client.preparedQuery("SELECT * FROM watch WHERE demand_item_id = $1")
                .execute(Tuple.of(item))
                .map(rows -> all(rows).stream().findFirst());
    }

    static Future<List<Watch>> ofDemand(SqlClient client, UUID demand) {
        return client.preparedQuery(
                        """
                        SELECT watch.* FROM demand_item JOIN watch ON watch.demand_item_id = demand_item.id
                        WHERE demand_item.demand_id = $1""")
                .execute(Tuple.of(demand))
                .map(WatchRepository::all);
    }

    /** Those that are seen, newest first; in one state, where it is given. */
    static Future<List<Watch>> list(
            SqlClient client, Jurisdiction sight, @Nullable WatchState state, TimeCursor after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM watch
                        WHERE ($2::text IS NULL OR state = $2)
                          AND (since, demand_item_id) < ($3, $4)
                          AND\s"""
                                + Jurisdiction.sees("$1", "$6", "enterprise_id")
                                + "ORDER BY since DESC, demand_item_id DESC LIMIT $5")
                .execute(Tuple.of(
                        sight.own(),
                        state == null ? null : state.name(),
                        after.at().atOffset(ZoneOffset.UTC),
                        after.id(),
                        limit,
                        sight.district()))
                .map(WatchRepository::all);
    }

    /** Those that wait, by id, after one of them. */
    static Future<List<Watch>> waiting(SqlClient client, UUID after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM watch WHERE state = 'WAITING' AND demand_item_id > $1
                        ORDER BY demand_item_id LIMIT $2""")
                .execute(Tuple.of(after, limit))
                .map(WatchRepository::all);
    }

    /** How many wait for each subject, the most wanted first. */
    static Future<List<Waiting>> bySubject(SqlClient client, Jurisdiction sight, int limit) {
        return client.preparedQuery(
                        """
                        SELECT family, subject, count(*) AS items, count(DISTINCT enterprise_id) AS enterprises,
                               min(since) AS since
                        FROM watch WHERE state = 'WAITING' AND\s"""
                                + Jurisdiction.sees("$2", "$3", "enterprise_id")
                                + "GROUP BY family, subject ORDER BY items DESC, subject LIMIT $1")
                .execute(Tuple.of(limit, sight.own(), sight.district()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WatchRepository::waiting)
                        .toList());
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                Family.valueOf(row.getString("family")),
                row.getString("subject"),
                row.getInteger("items"),
                row.getInteger("enterprises"),
                row.getOffsetDateTime("since").toInstant());
    }

    private static List<Watch> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Watch::of).toList();
    }
}
