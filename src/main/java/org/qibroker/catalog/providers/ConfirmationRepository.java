package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.qibroker.account.Jurisdiction;

/** SQL over what waits for a coordinator. */
final class ConfirmationRepository {
    private ConfirmationRepository() {}

    /** What is seen of what waits after a place, the longest first; nothing that is over. */
    static Future<List<WaitingPlace>> waiting(SqlClient client, Jurisdiction sight, WaitingPlace after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT provider_id, updated_at, id FROM (
                            SELECT provider_id, updated_at, id FROM accreditation
                            WHERE confirmation = 'STATED' AND status <> 'WITHDRAWN'
                            UNION ALL
                            SELECT provider_id, updated_at, id FROM site
                            WHERE confirmation = 'STATED' AND ended_on IS NULL AND address_zh <> '') AS stated
                        WHERE (updated_at, id) > ($1, $2) AND\s"""
                                + Jurisdiction.sees("$4", "$5", "provider_id")
                                + "ORDER BY updated_at, id LIMIT $3")
                .execute(Tuple.of(
                        after.since().atOffset(ZoneOffset.UTC), after.id(), limit, sight.own(), sight.district()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new WaitingPlace(
                                row.getUUID("provider_id"),
                                row.getOffsetDateTime("updated_at").toInstant(),
                                row.getUUID("id")))
                        .toList());
    }
}
