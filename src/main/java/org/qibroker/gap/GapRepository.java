package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;

/** Reads the table {@code gap}, and keeps what coordinators say of its wishes. */
final class GapRepository {
    private GapRepository() {}

    /** Where a list goes on: after the gap of so many enterprises, that was last wished for then. */
    record Place(int enterprises, Instant lastAt, UUID id) {}

    /** A gap and how many enterprises of those looked at wish it. */
    record Counted(Gap gap, int enterprises) {
        Place place() {
            return new Place(enterprises, gap.lastAt(), gap.id());
        }
    }

    /** The gap that a wish, by its id, is one of. */
    static Future<Optional<Gap>> ofWish(SqlClient client, UUID wish) {
        return client.preparedQuery("SELECT gap.* FROM wish JOIN gap ON gap.id = wish.gap_id WHERE wish.id = $1")
                .execute(Tuple.of(wish))
                .map(rows -> gaps(rows).stream().findFirst());
    }

    /** The gaps of wishes by the wish, those that there are. */
    static Future<Map<UUID, Gap>> ofWishes(SqlClient client, Collection<UUID> wishes) {
        return client.preparedQuery(
                        """
                        SELECT wish.id AS wish_id, gap.* FROM wish JOIN gap ON gap.id = wish.gap_id
                        WHERE wish.id = ANY ($1)""")
                .execute(Tuple.of((Object) wishes.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("wish_id"), Gap::of)));
    }

    /** The most wanted first. */
    static Future<List<Counted>> list(SqlClient client, GapFilter filter, boolean regional, Place after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT gap.*, counted.enterprises
                        FROM gap CROSS JOIN LATERAL (
                            SELECT count(DISTINCT enterprise_id)::int AS enterprises FROM wish
                            WHERE gap_id = gap.id AND withdrawn_at IS NULL AND ($5::text IS NULL OR district = $5)
                              AND ($11::text IS NULL OR enterprise_id IN (
                                  SELECT said.enterprise_id FROM gap_enterprise AS said WHERE said.industry = $11)))
                            AS counted
                        WHERE enterprises > 0
                          AND ($1::text IS NULL OR type = $1) AND ($2::text IS NULL OR family = $2)
                          AND ($3::text IS NULL OR state = $3)
                          AND ($4::text IS NULL OR strpos(lower(subject || ' ' || coalesce(parameter, '')), lower($4)) > 0)
                          AND (NOT $6 OR type IS NOT NULL)
                          AND (enterprises, last_at, id) < ($7, $8, $9)
                        ORDER BY enterprises DESC, last_at DESC, id DESC LIMIT $10""")
                .execute(Tuple.tuple()
                        .addString(name(filter.type()))
                        .addString(name(filter.family()))
                        .addString(name(filter.state()))
                        .addString(filter.q())
                        .addString(filter.district())
                        .addBoolean(regional)
                        .addInteger(after.enterprises())
                        .addOffsetDateTime(after.lastAt().atOffset(ZoneOffset.UTC))
                        .addUUID(after.id())
                        .addInteger(limit)
                        .addString(filter.industry()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Counted(Gap.of(row), row.getInteger("enterprises")))
                        .toList());
    }

    static Future<Void> correct(SqlClient client, UUID wish, Correction correction) {
        return client.preparedQuery(
                        """
                        INSERT INTO gap_correction (id, wish_id, type, reason, corrected_by, corrected_at)
                        VALUES ($1, $2, $3, $4, $5, $6)""")
                .execute(Tuple.of(
                        correction.id(),
                        wish,
                        name(correction.type()),
                        correction.reason(),
                        correction.by(),
                        correction.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** The correction of a gap that counts. */
    static Future<Optional<Correction>> correction(SqlClient client, UUID gap) {
        return client.preparedQuery(
                        """
                        SELECT *, person_name(corrected_by) AS corrector FROM gap_correction
                        WHERE wish_id IN (SELECT id FROM wish WHERE gap_id = $1)
                        ORDER BY corrected_at DESC, id DESC LIMIT 1""")
                .execute(Tuple.of(gap))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(GapRepository::correction)
                        .findFirst());
    }

    private static Correction correction(Row row) {
        GapType type = Gap.type(row.getString("type"));
        return new Correction(
                row.getUUID("id"),
                type,
                row.getString("reason"),
                row.getString("corrector"),
                row.getOffsetDateTime("corrected_at").toInstant());
    }

    static Future<Void> note(SqlClient client, UUID wish, Note note) {
        return client.preparedQuery(
                        "INSERT INTO gap_note (id, wish_id, author, text, written_at) VALUES ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        note.id(), wish, note.author(), note.text(), note.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** What was noted of a gap, the newest first. */
    static Future<List<Note>> notes(SqlClient client, UUID gap) {
        return client.preparedQuery(
                        """
                        SELECT *, person_name(author) AS author_name FROM gap_note
                        WHERE wish_id IN (SELECT id FROM wish WHERE gap_id = $1)
                        ORDER BY written_at DESC, id DESC""")
                .execute(Tuple.of(gap))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Note::of)
                        .toList());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<Gap> gaps(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Gap::of).toList();
    }
}
