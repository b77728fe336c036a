package org.qibroker.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.audit.AuditEntry.By;
import org.qibroker.platform.events.AccessLog;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Pseudonym;

/** Reads the event log, the newest first. */
final class AuditRepository {
    private static final List<String> NAMES = List.of("number", "title", "nameZh", "subject", "what");
    private static final String KINDS =
            """
            ARRAY(WITH RECURSIVE k AS (
                (SELECT kind FROM event ORDER BY kind LIMIT 1)
                UNION ALL
                SELECT (SELECT kind FROM event WHERE kind > k.kind ORDER BY kind LIMIT 1) FROM k WHERE k.kind IS NOT NULL)
            SELECT kind FROM k WHERE kind IS NOT NULL)""";

    /** {@link org.qibroker.platform.events.LoggedEvent#owner} of a row. */
    private static final String OWNER =
            """
            coalesce((e.data ->> 'enterpriseId')::uuid,
                     CASE cardinality(e.parties) WHEN 1 THEN e.parties[1] WHEN 0 THEN e.organisation END)""";

    private AuditRepository() {}

    /**
     * What is searched for, as ids and moments.
     *
     * @param within whose events may be seen at all
     * @param from the first moment
     * @param to the moment after the last
     */
    record Wanted(
            @Nullable Collection<UUID> actors,
            @Nullable Collection<UUID> organisations,
            @Nullable Collection<UUID> within,
            @Nullable Collection<UUID> subjects,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Deed deed) {}

    /** Where a part of the list begins: after the event of that time and position. */
    record Place(Instant at, long position) {}

    /** Conditions that are there only if something is asked, so that each search finds its index. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder("true");
        private final Tuple values = Tuple.tuple();

        void add(String condition, @Nullable Object value) {
            if (value != null) {
                values.addValue(value);
                sql.append("\n  AND ").append(condition.replace("?", "$" + values.size()));
            }
        }
    }

    static Future<List<AuditEntry>> search(SqlClient client, Wanted wanted, @Nullable Place after, int most) {
        Conditions conditions = conditions(wanted);
        if (after != null) {
            conditions.add("e.at <= ?", after.at().atOffset(ZoneOffset.UTC));
            conditions.add("(e.at, e.position) < ($" + conditions.values.size() + ", ?)", after.position());
        }
        conditions.values.addValue(most);
        String sql = "SELECT e.*, a.name AS known FROM event e LEFT JOIN actor a ON a.id = e.actor WHERE "
                + conditions.sql + "\nORDER BY e.at DESC, e.position DESC LIMIT $" + conditions.values.size();
        return client.preparedQuery(sql).execute(conditions.values).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(AuditRepository::of)
                .toList());
    }

    private static Conditions conditions(Wanted wanted) {
        Conditions all = new Conditions();
        all.add("e.actor = ANY (?)", ids(wanted.actors()));
        all.add("(e.parties || e.organisation) && ?::uuid[]", ids(wanted.organisations()));
        all.add("(e.parties || e.organisation) && ?::uuid[] AND " + OWNER + " = ANY (?::uuid[])", ids(wanted.within()));
        all.add("e.stream = ANY (?) AND e.kind = ANY (" + KINDS + ")", ids(wanted.subjects()));
        all.add("e.at >= ?", wanted.from() == null ? null : wanted.from().atOffset(ZoneOffset.UTC));
        all.add("e.at < ?", wanted.to() == null ? null : wanted.to().atOffset(ZoneOffset.UTC));
        if (wanted.deed() == Deed.CHANGED) {
            all.add("e.kind <> ?", AccessLog.KIND);
        } else if (wanted.deed() != null) {
            all.add("e.kind = ?", AccessLog.KIND);
            all.add("e.type = ?", wanted.deed() == Deed.SEEN ? AccessLog.SEEN : AccessLog.TAKEN);
        }
        return all;
    }

    private static UUID @Nullable [] ids(@Nullable Collection<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    private static AuditEntry of(Row row) {
        JsonNode data = Json.ofStored(row.getValue("data"));
        String kind = row.getString("kind");
        String type = row.getString("type");
        return new AuditEntry(
                row.getLong("position"),
                row.getOffsetDateTime("at").toInstant(),
                deed(kind, type),
                kind,
                row.getUUID("stream"),
                type,
                by(row),
                about(data),
                data.hasNonNull("path") && kind.equals(AccessLog.KIND)
                        ? data.path("path").asText()
                        : null);
    }

    private static Deed deed(String kind, String type) {
        if (!kind.equals(AccessLog.KIND)) {
            return Deed.CHANGED;
        }
        return type.equals(AccessLog.TAKEN) ? Deed.TAKEN : Deed.SEEN;
    }

    private static By by(Row row) {
        UUID actor = row.getUUID("actor");
        String known = row.getString("known");
        String unknown = actor == null ? row.getString("actor_name") : Pseudonym.of(actor);
        return new By(actor, known == null ? unknown : known, row.getUUID("organisation"));
    }

    private static @Nullable String about(JsonNode data) {
        return NAMES.stream()
                .filter(name -> data.path(name).isTextual())
                .findFirst()
                .map(name -> data.path(name).asText())
                .orElse(null);
    }
}
