package org.qibroker.feedback.complaint;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.booking.Actor;

/** The table complaint_message. */
final class MessageRepository {
    private static final int MOST = 500;

    private MessageRepository() {}

    static Future<Void> insert(SqlConnection tx, ComplaintMessage message) {
        return tx.preparedQuery(
                        """
                        INSERT INTO complaint_message (id, complaint_id, side, author, text, at)
                        VALUES ($1, $2, $3, $4, $5, $6)""")
                .execute(Tuple.of(
                        message.id(),
                        message.complaintId(),
                        message.side().name(),
                        message.author(),
                        message.text(),
                        message.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** The last 500, the oldest first. */
    static Future<List<ComplaintMessage>> of(SqlClient client, UUID complaint) {
        return client.preparedQuery(
                        """
                        SELECT * FROM (
                            SELECT * FROM complaint_message WHERE complaint_id = $1 ORDER BY at DESC, id DESC
                            LIMIT $2) AS last
                        ORDER BY at, id""")
                .execute(Tuple.of(complaint, MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MessageRepository::message)
                        .toList());
    }

    private static ComplaintMessage message(Row row) {
        return new ComplaintMessage(
                row.getUUID("id"),
                row.getUUID("complaint_id"),
                Actor.valueOf(row.getString("side")),
                row.getString("author"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant());
    }
}
