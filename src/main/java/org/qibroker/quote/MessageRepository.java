package org.qibroker.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table quote_message. */
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

    /** The oldest first; no more than anybody reads. */
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
                row.getOffsetDateTime("at").toInstant());
    }
}
