package org.qibroker.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.ledger.RequestRepository.Issued;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.shared.RegionTime;

/** Brings the reports of bookings into the ledgers, and takes back what does not hold. */
final class LedgerFollower implements Projection {
    private static final Set<String> OVER = Set.of("demand-cancelled", "demand-closed");

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("demand", "booking");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        if (event.kind().equals("demand")) {
            return OVER.contains(event.type()) ? RequestRepository.close(tx, event.stream()) : relink(tx, event);
        }
        Optional<Boolean> holds =
                LedgerRules.holds(event.type(), event.data().path("to").asText());
        Future<Void> told = holds.map(held -> RequestRepository.holds(tx, event.stream(), held))
                .orElseGet(Future::succeededFuture);
        return holds.orElse(false) ? told.compose(done -> certify(tx, event)) : told;
    }

    private static Future<Void> relink(SqlConnection tx, LoggedEvent event) {
        Future<Void> done = Future.succeededFuture();
        if (event.type().equals("demand-rewritten")) {
            for (JsonNode item : event.data().path("items")) {
                UUID id = UUID.fromString(item.path("id").asText());
                done = done.compose(before -> RequestRepository.relink(tx, event.stream(), LedgerRules.key(item), id));
            }
        }
        return done;
    }

    private static Future<Void> certify(SqlConnection tx, LoggedEvent event) {
        JsonNode data = event.data();
        JsonNode report = data.path("report");
        if (!report.isObject() || report.has("withdrawnAt")) {
            return Future.succeededFuture();
        }
        List<UUID> items = new ArrayList<>();
        data.path("demandItemIds").forEach(id -> items.add(UUID.fromString(id.asText())));
        Instant issued = Instant.parse(report.path("issuedAt").asText());
        return RequestRepository.certify(
                tx,
                new Issued(
                        event.stream(),
                        items,
                        report.path("number").asText(),
                        RegionTime.day(issued),
                        data.path("providerName").asText()));
    }
}
