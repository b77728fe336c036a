package org.qibroker.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.ledger.InstrumentDraft.Certificate;
import org.qibroker.platform.http.Json;

/** The table {@code instrument} and the view {@code ledger_entry}. */
final class LedgerRepository {
    private static final String WHERE =
            """
            WHERE enterprise_id = $1
              AND ($2::text IS NULL OR concat_ws(' ', own_number, draft ->> 'subject', draft ->> 'model',
                   draft ->> 'serial', draft ->> 'location', draft ->> 'keeper') ILIKE '%' || $2 || '%')
              AND ($3::text IS NULL OR state = $3)
              AND ($4::date IS NULL AND $5::date IS NULL OR state = 'IN_USE')
              AND ($4::date IS NULL OR due >= $4) AND ($5::date IS NULL OR due <= $5)
            """;

    private LedgerRepository() {}

    /** Keeps an instrument as it is said to be; one of the same number is said anew. */
    static Future<Instrument> put(SqlConnection tx, UUID id, UUID enterprise, InstrumentDraft draft) {
        return tx.preparedQuery(
                        """
                        INSERT INTO instrument (id, enterprise_id, own_number, state, draft, version)
                        VALUES ($1, $2, $3, $4, $5::text::jsonb, 1)
                        ON CONFLICT ON CONSTRAINT instrument_own_number_once DO UPDATE SET
                            state = excluded.state, draft = excluded.draft, version = instrument.version + 1
                        RETURNING id""")
                .execute(values(id, enterprise, draft))
                .compose(rows ->
                        find(tx, enterprise, List.of(rows.iterator().next().getUUID("id"))))
                .map(found -> found.get(0));
    }

    /** Keeps a new instrument; fails with {@code instrument_own_number_once} if there is one of its number. */
    static Future<Void> insert(SqlConnection tx, UUID id, UUID enterprise, InstrumentDraft draft) {
        return tx.preparedQuery(
                        """
                        INSERT INTO instrument (id, enterprise_id, own_number, state, draft, version)
                        VALUES ($1, $2, $3, $4, $5::text::jsonb, 1)""")
                .execute(values(id, enterprise, draft))
                .mapEmpty();
    }

    /** Writes what is said of an instrument seen at a version; whether it was still there at that version. */
    static Future<Boolean> update(SqlConnection tx, UUID id, UUID enterprise, InstrumentDraft draft, long version) {
        return tx.preparedQuery(
                        """
                        UPDATE instrument SET own_number = $3, state = $4, draft = $5::text::jsonb, version = version + 1
                        WHERE id = $1 AND enterprise_id = $2 AND version = $6""")
                .execute(values(id, enterprise, draft).addLong(version))
                .map(updated -> updated.rowCount() == 1);
    }

    private static Tuple values(UUID id, UUID enterprise, InstrumentDraft draft) {
        return Tuple.tuple()
                .addUUID(id)
                .addUUID(enterprise)
                .addString(draft.ownNumber().strip())
                .addString(draft.state().name())
                .addString(Json.write(draft));
    }

    /** Sets what is said of several at once; what is empty stays. */
    static Future<Integer> change(SqlConnection tx, UUID enterprise, BulkChange change) {
        return tx.preparedQuery(
                        """
                        UPDATE instrument SET state = coalesce($3, state), version = version + 1,
                            draft = draft || jsonb_strip_nulls(jsonb_build_object(
                                'state', $3::text, 'location', $4::text, 'keeper', $5::text))
                        WHERE enterprise_id = $1 AND id = ANY ($2)""")
                .execute(Tuple.of(
                        enterprise,
                        change.ids().toArray(UUID[]::new),
                        change.state() == null ? null : change.state().name(),
                        change.location(),
                        change.keeper()))
                .map(updated -> updated.rowCount());
    }

    static Future<List<Instrument>> find(SqlClient client, UUID enterprise, Collection<UUID> ids) {
        return client.preparedQuery(
                        "SELECT * FROM ledger_entry WHERE enterprise_id = $1 AND id = ANY ($2) ORDER BY own_number")
                .execute(Tuple.tuple().addUUID(enterprise).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(LedgerRepository::all);
    }

    /** Instruments after one of them by number. */
    static Future<List<Instrument>> list(
            SqlClient client, UUID enterprise, LedgerFilter filter, String after, int limit) {
        return client.preparedQuery(
                        "SELECT * FROM ledger_entry " + WHERE + " AND own_number > $6 ORDER BY own_number LIMIT $7")
                .execute(Tuple.of(
                        enterprise,
                        filter.text(),
                        filter.state() == null ? null : filter.state().name(),
                        filter.dueFrom(),
                        filter.dueTo(),
                        after,
                        limit))
                .map(LedgerRepository::all);
    }

    /** How many in use are due in each month. */
    static Future<Map<YearMonth, Integer>> dues(SqlClient client, UUID enterprise, LocalDate from, LocalDate to) {
        return client.preparedQuery(
                        """
                        SELECT date_trunc('month', due)::date AS month, count(*)::int AS instruments FROM ledger_entry
                        WHERE enterprise_id = $1 AND state = 'IN_USE' AND due BETWEEN $2 AND $3 GROUP BY 1""")
                .execute(Tuple.of(enterprise, from, to))
                .map(rows -> {
                    Map<YearMonth, Integer> months = new TreeMap<>();
                    rows.forEach(row ->
                            months.put(YearMonth.from(row.getLocalDate("month")), row.getInteger("instruments")));
                    return months;
                });
    }

    private static List<Instrument> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LedgerRepository::of)
                .toList();
    }

    private static Instrument of(Row row) {
        InstrumentDraft draft = Json.stored(row.getValue("draft"), InstrumentDraft.class);
        UUID booking = row.getUUID("booking_id");
        Certificate last = booking == null
                ? draft.last()
                : new Certificate(
                        row.getString("certificate"), row.getLocalDate("certified_on"), row.getString("provider"));
        return new Instrument(
                row.getUUID("id"),
                row.getUUID("enterprise_id"),
                draft,
                last,
                booking,
                row.getLocalDate("due"),
                row.getUUID("demand_id"),
                row.getLong("version"));
    }
}
