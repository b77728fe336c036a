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

/** Follows quotes and bookings: a demand is quoting, partly booked, booked or fulfilled as its items are. */
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
        return Set.of("booking", "quote");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        JsonNode data = event.data();
        if (!data.hasNonNull("demandId") || !data.hasNonNull("state")) {
            return Future.succeededFuture();
        }
        UUID demand = UUID.fromString(data.get("demandId").asText());
        Future<Void> noted = event.kind().equals("quote")
                ? ItemRepository.quoting(
                        tx, demand, event.stream(), data.path("open").asBoolean())
                : ItemRepository.booked(
                        tx, items(data), event.stream(), data.get("state").asText());
        return noted.compose(done -> follow(tx, demand));
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
                        : Future.all(ItemRepository.progress(tx, id), ItemRepository.quoting(tx, id))
                                .compose(known -> follow(tx, found.get(), known.resultAt(0), known.resultAt(1))));
    }

    private Future<Void> follow(SqlConnection tx, Demand demand, List<ItemProgress> items, boolean quoting) {
        DemandState next = DemandRules.following(demand.state(), items, quoting);
        if (next == demand.state()) {
            return Future.succeededFuture();
        }
        Demand moved = demand.in(next);
        return DemandRepository.update(tx, moved, null)
                .compose(done -> Demands.withItems(tx, moved))
                .compose(whole -> events.log(tx, whole, DemandEvents.type(next), null, Caller.SYSTEM));
    }
}
