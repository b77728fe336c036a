package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.shared.Pseudonym;

/**
 * The names of those who act, beside the log and outside its hashes: events keep ids and pseudonyms, and a name is looked
 * up when it is shown. What is forgotten here is forgotten everywhere the log is read.
 */
public final class Actors {
    private static final int MOST_FOUND = 50;

    private Actors() {}

    /** From now on events of this id are shown with this name. */
    public static Future<Void> know(SqlConnection tx, UUID id, String name) {
        return tx.preparedQuery(
                        """
                        INSERT INTO actor (id, name) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT actor_pk DO UPDATE SET name = $2""")
                .execute(Tuple.of(id, name))
                .mapEmpty();
    }

    /** From now on events of this id are shown with its pseudonym. */
    public static Future<Void> forget(SqlConnection tx, UUID id) {
        return tx.preparedQuery("UPDATE actor SET name = NULL WHERE id = $1")
                .execute(Tuple.of(id))
                .mapEmpty();
    }

    /** Those whose name holds a text, or whose pseudonym it is; at most fifty. */
    public static Future<List<UUID>> search(SqlClient client, String text) {
        return client.preparedQuery(
                        """
                        SELECT id FROM actor WHERE position(lower($1) IN lower(name)) > 0 OR 'P-' || upper(right(id::text, 8)) = $2
                        ORDER BY name, id LIMIT $3""")
                .execute(Tuple.of(text, Pseudonym.is(text) ? text : "", MOST_FOUND))
                .map(Actors::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList();
    }
}
