package org.qibroker.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.database.Database;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/**
 * One key, one effect: the answer is kept for a week, written in the transaction of the effect, so neither exists
 * without the other. What failed has had no effect and may be tried again with its key.
 */
public final class Idempotency {
    private final Database database;

    /** Keeps answers in this database. */
    public Idempotency(Database database) {
        this.database = database;
    }

    /**
     * Does the work of a call once; its transactions become part of the one that keeps the answer.
     *
     * @return the answer, the first one again if the key was used before with the same body; fails with BAD_INPUT
     *     without a key, MISMATCH if the body was another, CONFLICT while the first call is running
     */
    public Future<ApiReply> once(ApiCall call, Supplier<Future<ApiReply>> work) {
        return once(call.idempotencyKey(), work);
    }

    /** The same for a key at hand. */
    public Future<ApiReply> once(IdempotencyKey key, Supplier<Future<ApiReply>> work) {
        return database.transaction(tx -> lock(tx, key)
                .compose(locked -> find(tx, key))
                .compose(rows ->
                        rows.hasNext() ? again(rows.next(), key) : work.get().compose(reply -> keep(tx, key, reply))));
    }

    private static Future<Void> lock(SqlConnection tx, IdempotencyKey key) {
        return tx.preparedQuery("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine")
                .execute(Tuple.of(key.owner() + " " + key.operation() + " " + key.value()))
                .compose(rows -> rows.iterator().next().getBoolean("mine")
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.conflict("request-running")));
    }

    private static Future<RowIterator<Row>> find(SqlConnection tx, IdempotencyKey key) {
        return tx.preparedQuery(
                        """
                        SELECT body_hash, status, headers, body FROM idempotency_key
                        WHERE owner = $1 AND operation = $2 AND key = $3""")
                .execute(Tuple.of(key.owner(), key.operation(), key.value()))
                .map(rows -> rows.iterator());
    }

    /**
     * An answer kept before, given again.
     *
     * @return fails with MISMATCH if it answered another body
     */
    public static Future<ApiReply> again(IdempotencyKey key, Kept kept) {
        if (!kept.bodyHash().equals(key.bodyHash())) {
            return Future.failedFuture(new Refusal(Kind.MISMATCH, "idempotency-mismatch"));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : Json.ofStored(kept.headers()).properties()) {
            headers.put(header.getKey(), header.getValue().asText());
        }
        return Future.succeededFuture(new ApiReply(kept.status(), headers, kept.body()));
    }

    /**
     * An answer as it is kept, and the digest of the body it answered.
     *
     * @param headers as the client of the database gives them
     */
    public record Kept(Buffer bodyHash, int status, Object headers, @Nullable Buffer body) {}

    private static Future<ApiReply> again(Row row, IdempotencyKey key) {
        return again(
                key,
                new Kept(
                        row.getBuffer("body_hash"),
                        row.getInteger("status"),
                        row.getValue("headers"),
                        row.getBuffer("body")));
    }

    private static Future<ApiReply> keep(SqlConnection tx, IdempotencyKey key, ApiReply reply) {
        return tx.preparedQuery(
                        """
                        INSERT INTO idempotency_key (owner, operation, key, body_hash, status, headers, body)
                        VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7)""")
                .execute(Tuple.of(
                        key.owner(),
                        key.operation(),
                        key.value(),
                        key.bodyHash(),
                        reply.status(),
                        Json.write(reply.headers()),
                        reply.body()))
                .compose(kept -> forgetOld(tx))
                .map(reply);
    }

    private static Future<Void> forgetOld(SqlConnection tx) {
        return tx.query(
                        """
                        DELETE FROM idempotency_key WHERE ctid IN (
                            SELECT ctid FROM idempotency_key WHERE at < now() - interval '7 days'
                            ORDER BY at LIMIT 20 FOR UPDATE SKIP LOCKED)""")
                .execute()
                .mapEmpty();
    }
}
