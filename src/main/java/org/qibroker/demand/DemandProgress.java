package org.qibroker.demand;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.events.EventLog;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.shared.Caller;

/** Follows bookings: a demand is partly booked, booked or fulfilled as its items are. */
final class DemandProgress implements Projection {
    private final DemandEvents events;

    DemandProgress(EventLog log) {
        this.events = new DemandEvents(log);
    }

    @Override
    public String name() {
        return "demand-progress";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("booking");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        JsonNode data = event.data();
        if (!data.hasNonNull("demandId") || !data.hasNonNull("state")) {
            return Future.succeededFuture();
        }
        UUID demand = UUID.fromString(data.get("demandId").asText());
        return ItemRepository.booked(
                        tx, items(data), event.stream(), data.get("state").asText())
                .compose(done -> follow(tx, demand));
    }

    private static List<UUID> items(JsonNode data) {
        List<UUID> items = new ArrayList<>();
        data.path("demandItemIds").forEach(id -> items.add(UUID.fromString(id.asText())));
        return items;
    }

    private Future<Void> follow(SqlConnection tx, UUID id) {
        return DemandRepository.lock(tx, id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : ItemRepository.progress(tx, id).compose(items -> follow(tx, found.get(), items)));
    }

    private Future<Void> follow(SqlConnection tx, Demand demand, List<ItemProgress> items) {
        DemandState next = DemandRules.following(demand.state(), items);
        if (next == demand.state()) {
            return Future.succeededFuture();
        }
        Demand moved = demand.in(next);
        return DemandRepository.update(tx, moved, null)
                .compose(done -> Demands.withItems(tx, moved))
                .compose(whole -> events.log(tx, whole, DemandEvents.type(next), null, Caller.SYSTEM));
    }
}
