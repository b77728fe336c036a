package org.qibroker.quote;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;

/** Follows demands and bookings: a demand that ends asks no more, and a booking of which nothing came frees its items. */
final class QuoteFollower implements Projection {
    private static final Set<String> ENDED = Set.of("demand-cancelled", "demand-closed");
    private static final Set<String> CAME_TO_NOTHING = Set.of("DECLINED", "EXPIRED", "CANCELLED");

    private final Quotes quotes;

    QuoteFollower(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("demand", Bookings.EVENTS);
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        JsonNode data = event.data();
        if (ENDED.contains(event.type())) {
            return quotes.demandEnded(tx, event.stream(), data.path("reason").asText(null));
        }
        return event.kind().equals(Bookings.EVENTS)
                        && CAME_TO_NOTHING.contains(data.path("state").asText())
                ? QuoteRepository.release(tx, event.stream())
                : Future.succeededFuture();
    }
}
