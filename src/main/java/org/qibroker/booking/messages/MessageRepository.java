package org.qibroker.booking.messages;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.booking.Actor;
import org.qibroker.platform.files.StoredFile;

/** The table {@code booking_message}. */
final class MessageRepository {
    private MessageRepository() {}

    /** A message with the ids of its files. */
    record Kept(Message message, List<UUID> fileIds) {}

    static Future<Void> insert(SqlConnection tx, UUID booking, Message message) {
        UUID[] files = message.files().stream().map(StoredFile::id).toArray(UUID[]::new);
        return tx.preparedQuery(
                        """
                        INSERT INTO booking_message (id, booking_id, part, author, text, files, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.tuple()
                        .addUUID(message.id())
                        .addUUID(booking)
                        .addString(message.part().name())
                        .addString(message.author())
                        .addString(message.text())
                        .addArrayOfUUID(files)
                        .addOffsetDateTime(message.createdAt().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Integer> count(SqlClient client, UUID booking) {
        return client.preparedQuery("SELECT count(*)::integer AS count FROM booking_message WHERE booking_id = $1")
                .execute(Tuple.of(booking))
                .map(rows -> rows.iterator().next().getInteger("count"));
    }

    /** The oldest first. */
    static Future<List<Kept>> of(SqlClient client, UUID booking) {
        return client.preparedQuery("SELECT * FROM booking_message WHERE booking_id = $1 ORDER BY id")
                .execute(Tuple.of(booking))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MessageRepository::kept)
                        .toList());
    }

    private static Kept kept(Row row) {
        Message message = new Message(
                row.getUUID("id"),
                Actor.valueOf(row.getString("part")),
                row.getString("author"),
                row.getString("text"),
                List.of(),
                row.getOffsetDateTime("created_at").toInstant());
        return new Kept(message, Arrays.asList(row.getArrayOfUUIDs("files")));
    }
}
