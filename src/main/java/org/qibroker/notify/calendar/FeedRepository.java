package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table {@code calendar_feed}. */
final class FeedRepository {
    private FeedRepository() {}

    /** Keeps a feed; if the user has one of the same already, its address becomes another. */
    static Future<Feed> renew(SqlConnection tx, Feed feed) {
        return tx.preparedQuery(
                        """
                        INSERT INTO calendar_feed (id, user_id, organisation_id, resource_id, name, generation, created_at)
                        VALUES ($1, $2, $3, $4, $5, 1, $6)
                        ON CONFLICT ON CONSTRAINT calendar_feed_once DO UPDATE SET
                            generation = calendar_feed.generation + 1, name = excluded.name,
                            created_at = excluded.created_at
                        RETURNING *""")
                .execute(Tuple.of(
                        feed.id(),
                        feed.userId(),
                        feed.organisationId(),
                        feed.resourceId(),
                        feed.name(),
                        feed.createdAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> all(rows).get(0));
    }

    static Future<List<Feed>> of(SqlClient client, UUID user) {
        return client.preparedQuery(
                        """
                        SELECT * FROM calendar_feed WHERE user_id = $1 ORDER BY resource_id IS NOT NULL, name, id""")
                .execute(Tuple.of(user))
                .map(FeedRepository::all);
    }

    static Future<Optional<Feed>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM calendar_feed WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Ends a feed of a user; whether there was one. */
    static Future<Boolean> delete(SqlConnection tx, UUID id, UUID user) {
        return tx.preparedQuery("DELETE FROM calendar_feed WHERE id = $1 AND user_id = $2")
                .execute(Tuple.of(id, user))
                .map(deleted -> deleted.rowCount() == 1);
    }

    private static List<Feed> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(FeedRepository::of)
                .toList();
    }

    private static Feed of(Row row) {
        return new Feed(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getUUID("organisation_id"),
                row.getUUID("resource_id"),
                row.getString("name"),
                row.getInteger("generation"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
