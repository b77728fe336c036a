package org.qibroker.platform.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The tables {@code stored_file} and {@code stored_file_part}. */
final class StoredFileRepository {
    private StoredFileRepository() {}

    static Future<Void> insert(SqlConnection tx, StoredFile file, boolean attached) {
        return tx.preparedQuery(
                        """
                        INSERT INTO stored_file (id, name, media_type, bytes, sha256, organisation_id, attached, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .execute(Tuple.from(List.of(
                        file.id(),
                        file.name(),
                        file.type().name(),
                        file.bytes(),
                        Buffer.buffer(HexFormat.of().parseHex(file.sha256())),
                        file.organisationId(),
                        attached,
                        utc(file.createdAt()))))
                .mapEmpty();
    }

    static Future<Void> insertPart(SqlConnection tx, UUID file, int number, Buffer content) {
        return tx.preparedQuery("INSERT INTO stored_file_part (file_id, number, content) VALUES ($1, $2, $3)")
                .execute(Tuple.of(file, number, content))
                .mapEmpty();
    }

    static Future<Buffer> part(SqlClient client, UUID file, int number) {
        return client.preparedQuery("SELECT content FROM stored_file_part WHERE file_id = $1 AND number = $2")
                .execute(Tuple.of(file, number))
                .map(rows -> rows.iterator().next().getBuffer("content"));
    }

    /** How many bytes an organisation has sent since a moment. */
    static Future<Long> sent(SqlClient client, UUID organisation, Instant since) {
        return client.preparedQuery(
                        """
                        SELECT coalesce(sum(bytes), 0)::bigint AS sent FROM stored_file
                        WHERE organisation_id = $1 AND created_at > $2""")
                .execute(Tuple.of(organisation, utc(since)))
                .map(rows -> rows.iterator().next().getLong("sent"));
    }

    static Future<Optional<StoredFile>> find(SqlClient client, UUID id) {
        return all(client, List.of(id)).map(found -> found.stream().findFirst());
    }

    /** Those of the files that exist, the oldest first. */
    static Future<List<StoredFile>> all(SqlClient client, List<UUID> ids) {
        return client.preparedQuery("SELECT * FROM stored_file WHERE id = ANY ($1) ORDER BY created_at, id")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredFileRepository::file)
                        .toList());
    }

    /** The oldest hundred files with a digest. */
    static Future<List<StoredFile>> withDigest(SqlClient client, String sha256) {
        return client.preparedQuery("SELECT * FROM stored_file WHERE sha256 = $1 ORDER BY created_at, id LIMIT 100")
                .execute(Tuple.of(Buffer.buffer(HexFormat.of().parseHex(sha256))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredFileRepository::file)
                        .toList());
    }

    /** Ties the loose file of an organisation to something, absent if there is no such file. */
    static Future<Optional<StoredFile>> attach(SqlConnection tx, UUID id, UUID organisation) {
        return tx.preparedQuery(
                        """
                        UPDATE stored_file SET attached = true
                        WHERE id = $1 AND organisation_id = $2 AND NOT attached RETURNING *""")
                .execute(Tuple.of(id, organisation))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredFileRepository::file)
                        .findFirst());
    }

    /** Forgets a few files that stayed loose. */
    static Future<Void> forgetLoose(SqlConnection tx, Instant before) {
        return tx.preparedQuery(
                        """
                        DELETE FROM stored_file WHERE id IN (
                            SELECT id FROM stored_file WHERE NOT attached AND created_at < $1
                            LIMIT 5 FOR UPDATE SKIP LOCKED)""")
                .execute(Tuple.of(utc(before)))
                .mapEmpty();
    }

    private static StoredFile file(Row row) {
        return new StoredFile(
                row.getUUID("id"),
                row.getString("name"),
                FileType.valueOf(row.getString("media_type")),
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()),
                row.getUUID("organisation_id"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
