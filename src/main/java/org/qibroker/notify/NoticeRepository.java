package org.qibroker.notify;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.shared.Caller;

/** The tables {@code notice} and {@code notice_seen}. */
final class NoticeRepository {
    private NoticeRepository() {}

    /** What of the notices is wanted. */
    record Part(long before, int limit, List<String> muted) {}

    static Future<Void> insert(SqlConnection tx, Notice notice) {
        return tx.preparedQuery(
                        """
                        INSERT INTO notice (id, organisation_id, position, kind, subject_id, type, about, detail, at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        ON CONFLICT ON CONSTRAINT notice_once DO NOTHING""")
                .execute(Tuple.tuple()
                        .addUUID(notice.id())
                        .addUUID(notice.organisationId())
                        .addLong(notice.position())
                        .addString(notice.kind())
                        .addUUID(notice.subjectId())
                        .addString(notice.type())
                        .addString(notice.about())
                        .addString(notice.detail())
                        .addOffsetDateTime(notice.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Notices of an organisation before a position but for some types, the newest first. */
    static Future<List<Notice>> list(SqlClient client, UUID organisation, Part part) {
        return client.preparedQuery(
                        """
                        SELECT * FROM notice WHERE organisation_id = $1 AND position < $2 AND type <> ALL ($4)
                        ORDER BY position DESC LIMIT $3""")
                .execute(Tuple.of(
                        organisation, part.before(), part.limit(), part.muted().toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(NoticeRepository::of)
                        .toList());
    }

    /** Up to where the user has read; 0 if nothing yet. */
    static Future<Long> seen(SqlClient client, UUID user) {
        return client.preparedQuery("SELECT max(position) AS position FROM notice_seen WHERE user_id = $1")
                .execute(Tuple.of(user))
                .map(rows -> rows.iterator().next().getLong("position"))
                .map(position -> position == null ? 0L : position);
    }

    /** How many notices came after a moment that the caller has not read, but for some types. */
    static Future<Integer> unread(SqlClient client, Caller caller, Instant since, List<String> muted) {
        return client.preparedQuery(
                        """
                        SELECT count(*)::int AS unread FROM notice
                        WHERE organisation_id = $1 AND at > $3 AND type <> ALL ($4)
                          AND position > coalesce((SELECT position FROM notice_seen WHERE user_id = $2), 0)""")
                .execute(Tuple.of(
                        caller.organisation(),
                        caller.user(),
                        since.atOffset(ZoneOffset.UTC),
                        muted.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getInteger("unread"));
    }

    /** Remembers that the user has read everything up to a notice of the organisation; false if there is no such. */
    static Future<Boolean> see(SqlConnection tx, UUID organisation, UUID user, UUID upTo) {
        return tx.preparedQuery(
                        """
                        INSERT INTO notice_seen (user_id, position)
                        SELECT $2, position FROM notice WHERE id = $3 AND organisation_id = $1
                        ON CONFLICT ON CONSTRAINT notice_seen_pk
                        DO UPDATE SET position = greatest(notice_seen.position, excluded.position)""")
                .execute(Tuple.of(organisation, user, upTo))
                .map(done -> done.rowCount() == 1);
    }

    private static Notice of(Row row) {
        return new Notice(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getLong("position"),
                row.getString("kind"),
                row.getUUID("subject_id"),
                row.getString("type"),
                row.getString("about"),
                row.getString("detail"),
                row.getOffsetDateTime("at").toInstant());
    }
}
