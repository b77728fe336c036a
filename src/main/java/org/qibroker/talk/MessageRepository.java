package org.qibroker.talk;

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
import org.qibroker.platform.files.StoredFile;
import org.qibroker.talk.Writing.About;

/** The table {@code talk_message}. */
final class MessageRepository {
    private MessageRepository() {}

    /** A message with the ids of its files. */
    record Kept(Message message, List<UUID> fileIds) {}

    /** @param author the author's pseudonym */
    static Future<Void> insert(SqlConnection tx, About about, Message message, String author) {
        UUID[] files = message.files().stream().map(StoredFile::id).toArray(UUID[]::new);
        return tx.preparedQuery(
                        """
                        INSERT INTO talk_message (id, subject, subject_id, part, author, text, files, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .execute(Tuple.tuple()
                        .addUUID(message.id())
                        .addString(about.subject().name())
                        .addUUID(about.id())
                        .addString(message.part().name())
                        .addString(author)
                        .addString(message.text())
                        .addArrayOfUUID(files)
                        .addOffsetDateTime(message.createdAt().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Integer> count(SqlClient client, Subject subject, UUID id) {
        return client.preparedQuery(
                        """
                        SELECT count(*)::integer AS count FROM talk_message WHERE subject = $1 AND subject_id = $2""")
                .execute(Tuple.of(subject.name(), id))
                .map(rows -> rows.iterator().next().getInteger("count"));
    }

    /** The oldest first. */
    static Future<List<Kept>> of(SqlClient client, Subject subject, UUID id) {
        return client.preparedQuery(
                        """
                        SELECT *, person_name(author) AS author_name FROM talk_message WHERE subject = $1 AND subject_id = $2 ORDER BY created_at, id""")
                .execute(Tuple.of(subject.name(), id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MessageRepository::kept)
                        .toList());
    }

    private static Kept kept(Row row) {
        Message message = new Message(
                row.getUUID("id"),
                Part.valueOf(row.getString("part")),
                row.getString("author_name"),
                row.getString("text"),
                List.of(),
                row.getOffsetDateTime("created_at").toInstant());
        return new Kept(message, Arrays.asList(row.getArrayOfUUIDs("files")));
    }
}
