package org.qibroker.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.http.Json;

/** The table demand_match. */
final class KeptMatchRepository {
    private KeptMatchRepository() {}

    static Future<Void> insert(SqlClient client, UUID demandId, Instant at, MatchAnswer answer) {
        return client.preparedQuery(
                        """
                        INSERT INTO demand_match (demand_id, made_at, answer) VALUES ($1, $2, $3::text::jsonb)
                        ON CONFLICT (demand_id) DO UPDATE SET made_at = EXCLUDED.made_at, answer = EXCLUDED.answer""")
                .execute(Tuple.of(demandId, at.atOffset(ZoneOffset.UTC), json(answer)))
                .mapEmpty();
    }

    static Future<Optional<MatchAnswer>> find(SqlClient client, UUID demandId) {
        return client.preparedQuery("SELECT answer::text AS answer FROM demand_match WHERE demand_id = $1")
                .execute(Tuple.of(demandId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(KeptMatchRepository::of));
    }

    private static String json(MatchAnswer answer) {
        try {
            return Json.mapper().writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a match could not be written", e);
        }
    }

    private static MatchAnswer of(Row row) {
        try {
            return Json.mapper().readValue(row.getString("answer"), MatchAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept match could not be read", e);
        }
    }
}
