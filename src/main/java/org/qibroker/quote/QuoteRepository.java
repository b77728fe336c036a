package org.qibroker.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/** The tables quote, quote_item and quote_award. */
final class QuoteRepository {
    private QuoteRepository() {}

    static Future<Void> insert(SqlConnection tx, Quote quote) {
        return tx.preparedQuery(
                        """
                        INSERT INTO quote (id, request_id, revision, state, valid_until, terms, made_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.of(
                                quote.id(),
                                quote.requestId(),
                                quote.revision(),
                                quote.state().name(),
                                quote.validUntil())
                        .addString(quote.terms())
                        .addOffsetDateTime(quote.madeAt().atOffset(ZoneOffset.UTC)))
                .compose(done -> insertItems(tx, quote));
    }

    private static Future<Void> insertItems(SqlConnection tx, Quote quote) {
        List<Tuple> rows = new ArrayList<>();
        for (Quote.Item item : quote.items()) {
            rows.add(values(quote.id(), rows.size(), item));
        }
        return tx.preparedQuery(
                        """
                        INSERT INTO quote_item (quote_id, demand_item_id, place, price_fen, discount_percent, finish_by,
                                                uncertainty, uncertainty_unit, coverage_factor, terms, capability_ids)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""")
                .executeBatch(rows)
                .mapEmpty();
    }

    private static Tuple values(UUID quote, int place, Quote.Item item) {
        QuoteDraft.Uncertainty u = item.uncertainty();
        return Tuple.of(quote, item.demandItemId(), place, item.price().amount(), item.discountPercent())
                .addLocalDate(item.finishBy())
                .addDouble(u == null ? null : u.value())
                .addString(u == null ? null : u.unit())
                .addDouble(u == null ? null : u.factor())
                .addString(item.terms())
                .addArrayOfUUID(item.capabilityIds().toArray(UUID[]::new));
    }

    /** Sets the state of the offer of a request that counts; nothing happens where none does. */
    static Future<Void> settle(SqlConnection tx, UUID request, QuoteState state) {
        return tx.preparedQuery("UPDATE quote SET state = $2 WHERE request_id = $1 AND state IN ('OFFERED', 'AWARDED')")
                .execute(Tuple.of(request, state.name()))
                .mapEmpty();
    }

    /** Takes an offer for items, which became a booking. */
    static Future<Void> award(SqlConnection tx, Quotes.Taken taken, Instant at) {
        List<Tuple> rows = taken.itemIds().stream()
                .map(item -> Tuple.of(taken.quoteId(), item, taken.bookingId(), at.atOffset(ZoneOffset.UTC)))
                .toList();
        return tx.preparedQuery(
                        """
                        INSERT INTO quote_award (quote_id, demand_item_id, booking_id, awarded_at)
                        VALUES ($1, $2, $3, $4)""")
                .executeBatch(rows)
                .mapEmpty();
    }

    /** Nothing came of a booking: its items can be awarded again. */
    static Future<Void> release(SqlConnection tx, UUID booking) {
        return tx.preparedQuery("UPDATE quote_award SET released = true WHERE booking_id = $1")
                .execute(Tuple.of(booking))
                .mapEmpty();
    }

    /** All revisions of requests, by request, the oldest first. */
    static Future<Map<UUID, List<Quote>>> of(SqlClient client, Collection<UUID> requests) {
        UUID[] ids = requests.toArray(UUID[]::new);
        return client.preparedQuery(
                        """
                        SELECT i.*, a.booking_id
                        FROM quote q JOIN quote_item i ON i.quote_id = q.id
                        LEFT JOIN quote_award a
                            ON a.quote_id = i.quote_id AND a.demand_item_id = i.demand_item_id AND NOT a.released
                        WHERE q.request_id = ANY ($1) ORDER BY i.place""")
                .execute(Tuple.of(ids))
                .map(QuoteRepository::items)
                .compose(items -> client.preparedQuery(
                                "SELECT * FROM quote WHERE request_id = ANY ($1) ORDER BY request_id, revision")
                        .execute(Tuple.of(ids))
                        .map(rows -> quotes(rows, items)));
    }

    private static Map<UUID, List<Quote.Item>> items(RowSet<Row> rows) {
        Map<UUID, List<Quote.Item>> items = new HashMap<>();
        for (Row row : rows) {
            items.computeIfAbsent(row.getUUID("quote_id"), id -> new ArrayList<>())
                    .add(new Quote.Item(
                            row.getUUID("demand_item_id"),
                            Money.fen(row.getLong("price_fen")),
                            row.getInteger("discount_percent"),
                            row.getLocalDate("finish_by"),
                            uncertainty(row),
                            row.getString("terms"),
                            List.of(row.getArrayOfUUIDs("capability_ids")),
                            row.getUUID("booking_id")));
        }
        return items;
    }

    private static QuoteDraft.@Nullable Uncertainty uncertainty(Row row) {
        Double value = row.getDouble("uncertainty");
        return value == null
                ? null
                : new QuoteDraft.Uncertainty(
                        value, row.getString("uncertainty_unit"), row.getDouble("coverage_factor"));
    }

    private static Map<UUID, List<Quote>> quotes(RowSet<Row> rows, Map<UUID, List<Quote.Item>> items) {
        Map<UUID, List<Quote>> quotes = new HashMap<>();
        for (Row row : rows) {
            quotes.computeIfAbsent(row.getUUID("request_id"), id -> new ArrayList<>())
                    .add(new Quote(
                            row.getUUID("id"),
                            row.getUUID("request_id"),
                            row.getInteger("revision"),
                            QuoteState.valueOf(row.getString("state")),
                            row.getLocalDate("valid_until"),
                            row.getString("terms"),
                            items.getOrDefault(row.getUUID("id"), List.of()),
                            row.getOffsetDateTime("made_at").toInstant()));
        }
        return quotes;
    }

    /** The request that an offer answers. */
    static Future<List<UUID>> requestOf(SqlClient client, UUID quote) {
        return client.preparedQuery("SELECT request_id FROM quote WHERE id = $1")
                .execute(Tuple.of(quote))
                .map(rows -> {
                    List<UUID> found = new ArrayList<>();
                    rows.forEach(row -> found.add(row.getUUID("request_id")));
                    return found;
                });
    }
}
