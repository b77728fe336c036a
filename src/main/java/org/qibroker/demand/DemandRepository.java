package org.qibroker.demand;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Refusal;

/** SQL of {@code demand}. */
final class DemandRepository {
    private static final String NO_ITEMS = "SELECT * FROM demand ";

    private DemandRepository() {}

    /**
     * Which demands a list shows.
     *
     * @param sight how far whoever asks sees: of others only what was submitted
     * @param state only in this state
     * @param after only those created before that moment, or at it with a smaller id
     */
    record Wanted(Jurisdiction sight, @Nullable DemandState state, TimeCursor after, int limit) {}

    static Future<Void> insert(SqlConnection tx, Demand demand) {
        return tx.preparedQuery(
                        """
                        INSERT INTO demand (title, contact, district, needed_by, budget_fen, programmes, scenarios, preset,
                            agreement, state, submitted_at, version, id, enterprise_id, created_at)
                        VALUES ($1, $2::text::jsonb, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13, $14, $15)""")
                .execute(written(demand)
                        .addUUID(demand.id())
                        .addUUID(demand.enterpriseId())
                        .addOffsetDateTime(at(demand.createdAt())))
                .mapEmpty();
    }

    /** Writes a demand over the version before; fails STALE if that is not the last one any more. */
    static Future<Void> update(SqlConnection tx, Demand demand, @Nullable String reason) {
        return tx.preparedQuery(
                        """
                        UPDATE demand SET title = $1, contact = $2::text::jsonb, district = $3, needed_by = $4,
                            budget_fen = $5, programmes = $6, scenarios = $7, preset = $8, agreement = $9::text::jsonb,
                            state = $10, submitted_at = $11, version = $12, reason = coalesce($14, reason)
                        WHERE id = $13 AND version = $12 - 1""")
                .execute(written(demand).addUUID(demand.id()).addString(reason))
                .compose(updated ->
                        updated.rowCount() == 1 ? Future.succeededFuture() : Future.failedFuture(Refusal.stale()));
    }

    /** Puts the pseudonym in the place of a person whom demands name as whom to ask. */
    static Future<Void> forgetContact(SqlConnection tx, UUID enterprise, Contact known, String pseudonym) {
        return tx.preparedQuery(
                        """
                        UPDATE demand SET contact = jsonb_build_object('name', $4::text)
                        WHERE enterprise_id = $1 AND (contact ->> 'name' = $2 OR lower(contact ->> 'email') = $3)""")
                .execute(Tuple.of(enterprise, known.name(), known.email(), pseudonym))
                .mapEmpty();
    }

    private static Tuple written(Demand demand) {
        Wishes wishes = demand.wishes();
        Contact contact = demand.contact();
        Preset preset = wishes.preset();
        return Tuple.tuple()
                .addString(demand.title())
                .addString(contact == null ? null : Json.write(contact))
                .addString(wishes.district())
                .addLocalDate(wishes.neededBy())
                .addLong(wishes.budgetFen())
                .addArrayOfString(array(wishes.programmes()))
                .addArrayOfString(array(wishes.scenarios()))
                .addString(preset == null ? null : preset.name())
                .addString(Json.write(demand.agreement()))
                .addString(demand.state().name())
                .addOffsetDateTime(demand.submittedAt() == null ? null : at(demand.submittedAt()))
                .addLong(demand.version());
    }

    static Future<Optional<Demand>> byId(SqlClient client, UUID id) {
        return client.preparedQuery(NO_ITEMS + "WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** For what follows from events, which never gives way to a change of the enterprise. */
    static Future<Optional<Demand>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery(NO_ITEMS + "WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    static Future<List<Demand>> list(SqlClient client, Wanted wanted) {
        return client.preparedQuery(NO_ITEMS
                        + """
                        WHERE CASE WHEN $1::uuid IS NULL THEN submitted_at IS NOT NULL
                                   WHEN $6::text IS NULL THEN enterprise_id = $1
                                   ELSE enterprise_id = $1 OR submitted_at IS NOT NULL END
                            AND ($2::text IS NULL OR state = $2)
                            AND (created_at, id) < ($3, $4)
                            AND\s"""
                        + Jurisdiction.sees("$1", "$6", "enterprise_id")
                        + "ORDER BY created_at DESC, id DESC LIMIT $5")
                .execute(Tuple.of(
                        wanted.sight().own(),
                        wanted.state() == null ? null : wanted.state().name(),
                        at(wanted.after().at()),
                        wanted.after().id(),
                        wanted.limit(),
                        wanted.sight().district()))
                .map(DemandRepository::all);
    }

    private static List<Demand> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DemandRepository::of)
                .toList();
    }

    private static Demand of(Row row) {
        Object contact = row.getValue("contact");
        OffsetDateTime submitted = row.getOffsetDateTime("submitted_at");
        return new Demand(
                row.getUUID("id"),
                row.getUUID("enterprise_id"),
                row.getString("title"),
                contact == null ? null : stored(contact, Contact.class),
                wishes(row),
                stored(row.getValue("agreement"), Agreement.class),
                List.of(),
                DemandState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                submitted == null ? null : submitted.toInstant());
    }

    private static Wishes wishes(Row row) {
        String preset = row.getString("preset");
        return new Wishes(
                row.getString("district"),
                row.getLocalDate("needed_by"),
                row.getLong("budget_fen"),
                list(row.getArrayOfStrings("programmes")),
                list(row.getArrayOfStrings("scenarios")),
                preset == null ? null : Preset.valueOf(preset));
    }

    /** A value of a {@code jsonb} column as a record. */
    static <T> T stored(Object value, Class<T> type) {
        return Json.stored(value, type);
    }

    private static String @Nullable [] array(@Nullable List<String> list) {
        return list == null ? null : list.toArray(String[]::new);
    }

    private static @Nullable List<String> list(String @Nullable [] array) {
        return array == null ? null : List.of(array);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
