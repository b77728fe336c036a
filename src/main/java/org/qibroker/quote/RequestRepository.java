package org.qibroker.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.quote.QuoteRequest.Verdict;
import org.qibroker.quote.award.Loss;

/** The table quote_request. */
final class RequestRepository {
    private RequestRepository() {}

    /**
     * Whose requests are listed.
     *
     * @param side on which the organisation has to be; on either if absent
     */
    record Wanted(UUID organisation, @Nullable Side side, @Nullable RequestState state, TimeCursor after, int limit) {}

    static Future<Void> insert(SqlConnection tx, QuoteRequest request, int place) {
        return tx.preparedQuery(
                        """
                        INSERT INTO quote_request (id, demand_id, enterprise_id, provider_id, place, parties, asked,
                                                   answer_by, state, version, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, $8, $9, $10, $11)""")
                .execute(Tuple.of(
                                request.id(),
                                request.asked().demandId(),
                                request.parties().enterpriseId(),
                                request.parties().providerId(),
                                place)
                        .addString(Json.write(request.parties()))
                        .addString(Json.write(request.asked()))
                        .addLocalDate(request.answerBy())
                        .addString(request.state().name())
                        .addLong(request.version())
                        .addOffsetDateTime(request.createdAt().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** The place after the last one taken for a demand, whose requests are kept from others until the end. */
    static Future<Integer> nextPlace(SqlConnection tx, UUID demand) {
        return tx.preparedQuery("SELECT id FROM demand WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(demand))
                .compose(locked -> tx.preparedQuery(
                                "SELECT coalesce(max(place), 0) + 1 AS next FROM quote_request WHERE demand_id = $1")
                        .execute(Tuple.of(demand)))
                .map(rows -> rows.iterator().next().getInteger("next"));
    }

    static Future<Optional<QuoteRequest>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM quote_request WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> requests(rows).stream().findFirst());
    }

    static Future<Optional<QuoteRequest>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery("SELECT * FROM quote_request WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(id))
                .map(rows -> requests(rows).stream().findFirst());
    }

    /** The requests of a demand in the order they were made. */
    static Future<List<QuoteRequest>> ofDemand(SqlClient client, UUID demand) {
        return client.preparedQuery("SELECT * FROM quote_request WHERE demand_id = $1 ORDER BY place")
                .execute(Tuple.of(demand))
                .map(RequestRepository::requests);
    }

    /** The same, kept from others until the transaction ends. */
    static Future<List<QuoteRequest>> lockDemand(SqlConnection tx, UUID demand) {
        return tx.preparedQuery("SELECT * FROM quote_request WHERE demand_id = $1 ORDER BY place FOR NO KEY UPDATE")
                .execute(Tuple.of(demand))
                .map(RequestRepository::requests);
    }

    /** One that was not answered in time, or whose offer has run out; kept from others until the transaction ends. */
    static Future<Optional<QuoteRequest>> lockDue(SqlConnection tx, LocalDate today) {
        return tx.preparedQuery(
                        """
                        SELECT r.* FROM quote_request r
                        WHERE (r.state = 'OPEN' AND r.answer_by < $1)
                           OR (r.state = 'QUOTED' AND EXISTS (
                                   SELECT 1 FROM quote q
                                   WHERE q.request_id = r.id AND q.state = 'OFFERED' AND q.valid_until < $1))
                        LIMIT 1 FOR NO KEY UPDATE OF r SKIP LOCKED""")
                .execute(Tuple.of(today))
                .map(rows -> requests(rows).stream().findFirst());
    }

    /** The newest first. */
    static Future<List<QuoteRequest>> list(SqlClient client, Wanted wanted) {
        UUID enterprise = wanted.side() == Side.PROVIDER ? null : wanted.organisation();
        UUID provider = wanted.side() == Side.ENTERPRISE ? null : wanted.organisation();
        return client.preparedQuery(
                        """
                        SELECT * FROM quote_request
                        WHERE (enterprise_id = $1 OR provider_id = $2)
                          AND ($3::text IS NULL OR state = $3)
                          AND (created_at, id) < ($4, $5)
                        ORDER BY created_at DESC, id DESC LIMIT $6""")
                .execute(Tuple.of(
                        enterprise,
                        provider,
                        wanted.state() == null ? null : wanted.state().name(),
                        wanted.after().at().atOffset(ZoneOffset.UTC),
                        wanted.after().id(),
                        wanted.limit()))
                .map(RequestRepository::requests);
    }

    /** One that is to be answered by the next day at the latest, of which nobody was reminded; now somebody was. */
    static Future<Optional<QuoteRequest>> remind(SqlConnection tx, LocalDate today) {
        return tx.preparedQuery(
                        """
                        UPDATE quote_request SET reminded_on = $1 WHERE id = (
                            SELECT id FROM quote_request
                            WHERE state = 'OPEN' AND reminded_on IS NULL AND answer_by BETWEEN $1 AND $1 + 1
                              AND (created_at AT TIME ZONE 'Asia/Shanghai')::date < $1
                            ORDER BY answer_by, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
                        RETURNING *""")
                .execute(Tuple.of(today))
                .map(rows -> requests(rows).stream().findFirst());
    }

    /** Writes what moves of a request, and says whether it was still at the version before. */
    static Future<Boolean> update(SqlConnection tx, QuoteRequest request) {
        String[] losses = request.verdict().losses().stream().map(Loss::name).toArray(String[]::new);
        return tx.preparedQuery(
                        """
                        UPDATE quote_request SET version = $2, state = $3, losses = $4, reason = $5, answer_by = $6,
                            reminded_on = CASE WHEN answer_by = $6 THEN reminded_on END
                        WHERE id = $1 AND version = $2 - 1""")
                .execute(Tuple.of(
                        request.id(),
                        request.version(),
                        request.state().name(),
                        losses,
                        request.verdict().reason(),
                        request.answerBy()))
                .map(updated -> updated.rowCount() == 1);
    }

    private static List<QuoteRequest> requests(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RequestRepository::request)
                .toList();
    }

    private static QuoteRequest request(Row row) {
        return new QuoteRequest(
                row.getUUID("id"),
                stored(row, "parties", QuoteRequest.Parties.class),
                stored(row, "asked", Asked.class),
                row.getLocalDate("answer_by"),
                RequestState.valueOf(row.getString("state")),
                new Verdict(
                        Arrays.stream(row.getArrayOfStrings("losses"))
                                .map(Loss::valueOf)
                                .toList(),
                        row.getString("reason")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static <T> T stored(Row row, String column, Class<T> type) {
        return Json.stored(row.getValue(column), type);
    }
}
