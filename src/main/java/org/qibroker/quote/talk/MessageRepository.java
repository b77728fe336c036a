package org.qibroker.quote.talk;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.quote.Side;

/** The tables quote_message and quote_attachment. */
final class MessageRepository {
    private MessageRepository() {}

    static Future<Void> insert(SqlConnection tx, QuoteMessage message) {
        return tx.preparedQuery(
                        """
                        INSERT INTO quote_message (id, request_id, side, author, text, at)
                        VALUES ($1, $2, $3, $4, $5, $6)""")
                .execute(Tuple.of(
                        message.id(),
                        message.requestId(),
                        message.side().name(),
                        message.author(),
                        message.text(),
                        message.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Ties the files of a message to it, in their order. */
    static Future<Void> attach(SqlConnection tx, QuoteMessage message) {
        List<Tuple> rows = new ArrayList<>();
        message.files().forEach(file -> rows.add(Tuple.of(message.id(), rows.size(), file.id())));
        return rows.isEmpty()
                ? Future.succeededFuture()
                : tx.preparedQuery("INSERT INTO quote_attachment (message_id, place, file_id) VALUES ($1, $2, $3)")
                        .executeBatch(rows)
                        .mapEmpty();
    }

    /** The files of all messages about a request, by message. */
    static Future<Map<UUID, List<UUID>>> files(SqlClient client, UUID request) {
        return client.preparedQuery(
                        """
                        SELECT a.message_id, a.file_id
                        FROM quote_attachment a JOIN quote_message m ON m.id = a.message_id
                        WHERE m.request_id = $1 ORDER BY a.message_id, a.place""")
                .execute(Tuple.of(request))
                .map(MessageRepository::files);
    }

    private static Map<UUID, List<UUID>> files(Iterable<Row> rows) {
        Map<UUID, List<UUID>> files = new HashMap<>();
        rows.forEach(row -> files.computeIfAbsent(row.getUUID("message_id"), id -> new ArrayList<>())
                .add(row.getUUID("file_id")));
        return files;
    }

    /** The oldest first, without their files; no more than anybody reads. */
    static Future<List<QuoteMessage>> of(SqlClient client, UUID request, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM (
                            SELECT * FROM quote_message WHERE request_id = $1 ORDER BY at DESC, id DESC LIMIT $2) AS last
                        ORDER BY at, id""")
                .execute(Tuple.of(request, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MessageRepository::message)
                        .toList());
    }

    private static QuoteMessage message(Row row) {
        return new QuoteMessage(
                row.getUUID("id"),
                row.getUUID("request_id"),
                Side.valueOf(row.getString("side")),
                row.getString("author"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant(),
                List.of());
    }
}
