package org.qibroker.matching.fairness;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.account.Jurisdiction;

/** The table provider_fairness. */
final class FairnessRepository {
    private FairnessRepository() {}

    /** What to add to a provider's counts. */
    record More(long shown, long first, long chosen, long booked) {}

    static Future<Void> add(SqlConnection tx, LocalDate month, UUID provider, More more) {
        return tx.preparedQuery(
                        """
                        INSERT INTO provider_fairness AS f (month, provider_id, shown, first, chosen, booked)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT (month, provider_id) DO UPDATE SET
                            shown = f.shown + EXCLUDED.shown, first = f.first + EXCLUDED.first,
                            chosen = f.chosen + EXCLUDED.chosen, booked = f.booked + EXCLUDED.booked""")
                .execute(Tuple.of(month, provider, more.shown(), more.first(), more.chosen(), more.booked()))
                .mapEmpty();
    }

    /**
     * The shares of the months from one to another, both included, of the providers that are seen.
     *
     * @param english whether providers are called by their English names, where they have one
     */
    static Future<List<Share>> between(
            SqlClient client, LocalDate from, LocalDate to, Jurisdiction sight, boolean english) {
        return client.preparedQuery(
                        """
                        SELECT f.*, CASE WHEN $4 THEN coalesce(o.name_en, o.name_zh) ELSE o.name_zh END AS provider_name
                        FROM provider_fairness f JOIN organisation o ON o.id = f.provider_id
                        WHERE f.month BETWEEN $1 AND $2 AND\s"""
                                + Jurisdiction.sees("$3", "$5", "f.provider_id")
                                + "ORDER BY f.month DESC, f.shown DESC, f.provider_id")
                .execute(Tuple.of(from, to, sight.own(), english, sight.district()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Share::of)
                        .toList());
    }
}
