package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.lines.VersionedLine;

/** SQL of the table of a scope. */
final class TableRepository {
    private static final String WANTED =
            """
            provider_id = $1 AND recorded_until IS NULL
              AND CASE $2 WHEN 'CURRENT' THEN valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
                          WHEN 'FUTURE' THEN valid_from > $3
                          ELSE valid_to < $3 END
              AND ($4::text IS NULL OR family = $4)
              AND ($5::uuid IS NULL OR site_id = $5)
              AND ($6::text IS NULL OR $6 = ANY (marks))
              AND ($7::uuid[] IS NULL OR id IN (SELECT unnest($7::uuid[])))
              AND ($8::bool IS NULL OR (price_fen IS NOT NULL) = $8)
              AND concat_ws(' ', subject, subject_en, parameter, array_to_string(methods, ' '), range_text, limitation)
                  ILIKE ALL ($9::text[])
            """;

    private TableRepository() {}

    /**
     * What is wanted of a scope.
     *
     * @param only the lines it may be, {@code null} for all
     */
    record Wanted(UUID provider, ScopeFilter filter, LocalDate day, @Nullable Set<UUID> only) {
        Tuple tuple() {
            return Tuple.tuple()
                    .addUUID(provider)
                    .addString(filter.state().name())
                    .addLocalDate(day)
                    .addString(filter.family() == null ? null : filter.family().name())
                    .addUUID(filter.siteId())
                    .addString(filter.mark())
                    .addArrayOfUUID(only == null ? null : only.toArray(UUID[]::new))
                    .addBoolean(filter.priced())
                    .addArrayOfString(filter.patterns());
        }
    }

    /** Where a part begins: behind the line with this key. */
    record After(String key, String second, UUID id) {}

    /** A line of the table with its keys in the order asked for. */
    record Keyed(VersionedLine line, String key, String second) {
        static Keyed of(Row row) {
            return new Keyed(
                    new VersionedLine(RecordedLine.of(row), row.getLong("record_id")),
                    row.getString("key"),
                    row.getString("second_key"));
        }
    }

    static Future<List<Keyed>> lines(SqlClient client, Wanted wanted, @Nullable After after, int limit) {
        Order order = Order.of(wanted.filter.sort());
        String sql = "SELECT *, (" + order.key + ")::text AS key, (" + order.second + ")::text AS second_key"
                + " FROM capability WHERE " + WANTED
                + " AND ($10::text IS NULL OR (" + order.key + ", " + order.second + ", id) "
                + order.beyond + " ($10::text::" + order.type + ", $11::text::" + order.secondType + ", $12::uuid))"
                + " ORDER BY " + order.by() + " LIMIT $13";
        Tuple tuple = wanted.tuple()
                .addString(after == null ? null : after.key)
                .addString(after == null ? null : after.second)
                .addUUID(after == null ? null : after.id)
                .addInteger(limit);
        return client.preparedQuery(sql).execute(tuple).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Keyed::of)
                .toList());
    }

    static Future<Long> count(SqlClient client, Wanted wanted) {
        return client.preparedQuery("SELECT count(*) AS lines FROM capability WHERE " + WANTED)
                .execute(wanted.tuple())
                .map(rows -> rows.iterator().next().getLong("lines"));
    }

    /** The ids of all lines wanted. */
    static Future<List<UUID>> ids(SqlClient client, Wanted wanted) {
        return client.preparedQuery("SELECT DISTINCT id FROM capability WHERE " + WANTED + " ORDER BY id")
                .execute(wanted.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** The lines of a subject that hold on a day. */
    static Future<List<RecordedLine>> ofSubject(
            SqlClient client, UUID provider, String subject, LocalDate day, int limit) {
        return client.preparedQuery(
                        """
                        SELECT * FROM capability
                        WHERE provider_id = $1 AND recorded_until IS NULL AND subject = $2 AND valid_from <= $3
                          AND (valid_to IS NULL OR valid_to >= $3)
                        ORDER BY parameter, id LIMIT $4""")
                .execute(Tuple.of(provider, subject, day, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RecordedLine::of)
                        .toList());
    }

    /** Marks that lines of a scope name. */
    static Future<List<String>> marks(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT DISTINCT m.mark FROM capability, unnest(marks) AS m (mark)
                        WHERE provider_id = $1 AND recorded_until IS NULL ORDER BY 1 LIMIT 50""")
                .execute(Tuple.of(provider))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("mark"))
                        .toList());
    }

    /** By what lines are ordered; none of it comes from outside. */
    private record Order(String key, String type, String second, String secondType, String beyond) {
        private static final String LAST = "9223372036854775807";

        static Order of(ScopeFilter.Sort sort) {
            return switch (sort) {
                case SUBJECT -> new Order("subject", "text", "parameter", "text", ">");
                case PRICE -> new Order("coalesce(price_fen, " + LAST + ")", "int8", "subject", "text", ">");
                case TURNAROUND -> new Order("coalesce(turnaround_days, 2147483647)", "int4", "subject", "text", ">");
                case CHANGED -> new Order("recorded_at", "timestamptz", "record_id", "int8", "<");
            };
        }

        String by() {
            String direction = beyond.equals("<") ? " DESC" : "";
            return key + direction + ", " + second + direction + ", id" + direction;
        }
    }
}
