package org.qibroker.demand;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.http.Json;

/** SQL of {@code demand_item} and {@code demand_item_booking}. */
final class ItemRepository {
    private ItemRepository() {}

    /** Puts these items in the place of those the demand had; only for drafts, whose items nothing refers to. */
    static Future<Void> replace(SqlConnection tx, UUID demand, List<DemandItem> items) {
        return tx.preparedQuery("DELETE FROM demand_item WHERE demand_id = $1")
                .execute(Tuple.of(demand))
                .compose(gone -> tx.preparedQuery(
                                """
                                INSERT INTO demand_item (id, demand_id, place, spec) VALUES ($1, $2, $3, $4::text::jsonb)""")
                        .executeBatch(rows(demand, items)))
                .mapEmpty();
    }

    private static List<Tuple> rows(UUID demand, List<DemandItem> items) {
        List<Tuple> rows = new ArrayList<>();
        for (DemandItem item : items) {
            rows.add(Tuple.of(item.id(), demand, rows.size(), Json.write(item.spec())));
        }
        return rows;
    }

    /** Items by demand, in their order. */
    static Future<Map<UUID, List<DemandItem>>> of(SqlClient client, Collection<UUID> demands) {
        return client.preparedQuery(
                        """
                        SELECT id, demand_id, spec FROM demand_item WHERE demand_id = ANY ($1) ORDER BY demand_id, place""")
                .execute(Tuple.of(demands.toArray(UUID[]::new)))
                .map(ItemRepository::byDemand);
    }

    private static Map<UUID, List<DemandItem>> byDemand(Iterable<Row> rows) {
        Map<UUID, List<DemandItem>> byDemand = new LinkedHashMap<>();
        for (Row row : rows) {
            ItemSpec spec = DemandRepository.stored(row.getValue("spec"), ItemSpec.class);
            byDemand.computeIfAbsent(row.getUUID("demand_id"), id -> new ArrayList<>())
                    .add(new DemandItem(row.getUUID("id"), spec));
        }
        return byDemand;
    }

    /** Remembers what became of a booking of items. */
    static Future<Void> booked(SqlConnection tx, Collection<UUID> items, UUID booking, String state) {
        return tx.preparedQuery(
                        """
                        INSERT INTO demand_item_booking (demand_item_id, booking_id, state)
                        SELECT id, $2, $3 FROM demand_item WHERE id = ANY ($1)
                        ON CONFLICT ON CONSTRAINT demand_item_booking_pk DO UPDATE SET state = excluded.state""")
                .execute(Tuple.of(items.toArray(UUID[]::new), booking, state))
                .mapEmpty();
    }

    /** Remembers whether something may still come of a request for a quote. */
    static Future<Void> quoting(SqlConnection tx, UUID demand, UUID request, boolean open) {
        return tx.preparedQuery(
                        """
                        INSERT INTO demand_quote_request (request_id, demand_id, open) VALUES ($1, $2, $3)
                        ON CONFLICT ON CONSTRAINT demand_quote_request_pk DO UPDATE SET open = excluded.open""")
                .execute(Tuple.of(request, demand, open))
                .mapEmpty();
    }

    /** Whether something may still come of any request for a quote. */
    static Future<Boolean> quoting(SqlClient client, UUID demand) {
        return client.preparedQuery(
                        "SELECT EXISTS (SELECT 1 FROM demand_quote_request WHERE demand_id = $1 AND open) AS quoting")
                .execute(Tuple.of(demand))
                .map(rows -> rows.iterator().next().getBoolean("quoting"));
    }

    /** How far each item of a demand is. */
    static Future<List<ItemProgress>> progress(SqlClient client, UUID demand) {
        return byItem(client, demand).map(items -> List.copyOf(items.values()));
    }

    /** Ids of the items of a demand that no booking serves. */
    static Future<Set<UUID>> open(SqlClient client, UUID demand) {
        return byItem(client, demand).map(items -> {
            items.values().removeIf(progress -> progress != ItemProgress.OPEN);
            return Set.copyOf(items.keySet());
        });
    }

    private static Future<Map<UUID, ItemProgress>> byItem(SqlClient client, UUID demand) {
        return client.preparedQuery(
                        """
                        SELECT i.id, b.state
                        FROM demand_item i LEFT JOIN demand_item_booking b ON b.demand_item_id = i.id
                        WHERE i.demand_id = $1""")
                .execute(Tuple.of(demand))
                .map(ItemRepository::progress);
    }

    private static Map<UUID, ItemProgress> progress(Iterable<Row> rows) {
        Map<UUID, List<String>> states = new LinkedHashMap<>();
        for (Row row : rows) {
            List<String> ofItem = states.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>());
            if (row.getString("state") != null) {
                ofItem.add(row.getString("state"));
            }
        }
        Map<UUID, ItemProgress> items = new LinkedHashMap<>();
        states.forEach((id, ofItem) -> items.put(id, ItemProgress.of(ofItem)));
        return items;
    }
}
