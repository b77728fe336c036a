package org.qibroker.matching.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.http.Json;

/** The table match_share. */
final class ShareRepository {
    private ShareRepository() {}

    /** A link with what it shows. */
    record Opened(Share share, SharedMatch match) {}

    static Future<Void> insert(SqlClient client, Share share, SharedMatch match) {
        return client.preparedQuery(
                        """
                        INSERT INTO match_share (id, demand_id, token, items, answer, made_at, expires_at)
                        VALUES ($1, $2, $3, $4::text::jsonb, $5::text::jsonb, $6, $7)""")
                .execute(Tuple.of(
                        share.id(),
                        share.demandId(),
                        share.token(),
                        json(match.items()),
                        json(match.answer()),
                        at(share.madeAt()),
                        at(share.expiresAt())))
                .mapEmpty();
    }

    /** Those of a demand, the latest first. */
    static Future<List<Share>> list(SqlClient client, UUID demandId) {
        return client.preparedQuery(
                        """
                        SELECT id, demand_id, token, made_at, expires_at, revoked_at FROM match_share
                        WHERE demand_id = $1 ORDER BY made_at DESC, id DESC LIMIT 100""")
                .execute(Tuple.of(demandId))
                .map(rows -> {
                    List<Share> shares = new ArrayList<>();
                    rows.forEach(row -> shares.add(of(row)));
                    return shares;
                });
    }

    /** Revokes a link of a demand; whether there is one that was not revoked before. */
    static Future<Boolean> revoke(SqlClient client, UUID demandId, UUID id, Instant now) {
        return client.preparedQuery(
                        """
                        UPDATE match_share SET revoked_at = $3
                        WHERE demand_id = $1 AND id = $2 AND revoked_at IS NULL""")
                .execute(Tuple.of(demandId, id, at(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The link of a token, whether it is still valid or not. */
    static Future<Optional<Opened>> find(SqlClient client, String token) {
        return client.preparedQuery(
                        """
                        SELECT id, demand_id, token, made_at, expires_at, revoked_at,
                               items::text AS items, answer::text AS answer
                        FROM match_share WHERE token = $1""")
                .execute(Tuple.of(token))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(opened(rows.iterator().next())));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Share of(Row row) {
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new Share(
                row.getUUID("id"),
                row.getUUID("demand_id"),
                row.getString("token"),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static Opened opened(Row row) {
        try {
            List<ItemSpec> items = Json.mapper().readValue(row.getString("items"), new TypeReference<>() {});
            MatchAnswer answer = Json.mapper().readValue(row.getString("answer"), MatchAnswer.class);
            return new Opened(of(row), new SharedMatch(items, answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a shared match could not be read", e);
        }
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a shared match could not be written", e);
        }
    }
}
