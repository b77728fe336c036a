package org.qibroker.matching.fairness;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.qibroker.matching.MatchMade;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.shared.RegionTime;

/** Counts who was shown, chosen and booked. A provider with several sites counts once an item. */
final class FairnessCounter implements Projection {

    @Override
    public String name() {
        return "provider-fairness";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatchMade.KIND, "booking");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        return event.kind().equals(MatchMade.KIND) ? shown(tx, event) : booking(tx, event);
    }

    private static Future<Void> shown(SqlConnection tx, LoggedEvent event) {
        Future<Void> done = Future.succeededFuture();
        for (JsonNode item : event.data().path("items")) {
            Set<UUID> providers = new LinkedHashSet<>();
            item.path("shown").forEach(id -> providers.add(UUID.fromString(id.asText())));
            int place = 0;
            for (UUID provider : providers) {
                long first = place++ == 0 ? 1 : 0;
                done = done.compose(before -> FairnessRepository.add(
                        tx, month(event), provider, new FairnessRepository.More(1, first, 0, 0)));
            }
        }
        return done;
    }

    private static Future<Void> booking(SqlConnection tx, LoggedEvent event) {
        boolean begun = event.data().path("from").isMissingNode();
        boolean accepted = event.data().path("to").asText().equals("ACCEPTED")
                && (begun || event.data().path("from").asText().equals("REQUESTED"));
        JsonNode provider = event.data().path("providerId");
        if (provider.isMissingNode() || (!begun && !accepted)) {
            return Future.succeededFuture();
        }
        return FairnessRepository.add(
                tx,
                month(event),
                UUID.fromString(provider.asText()),
                new FairnessRepository.More(0, 0, begun ? 1 : 0, accepted ? 1 : 0));
    }

    private static LocalDate month(LoggedEvent event) {
        return RegionTime.day(event.at()).withDayOfMonth(1);
    }
}
