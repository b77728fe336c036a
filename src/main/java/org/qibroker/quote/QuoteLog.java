package org.qibroker.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.events.EventLog;
import org.qibroker.quote.award.Loss;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Money;

/** The events of requests and their answers; each concerns the two sides of one request and nobody else. */
final class QuoteLog {
    static final String KIND = "quote";

    private final EventLog events;

    QuoteLog(EventLog events) {
        this.events = events;
    }

    /**
     * What an event says.
     *
     * @param open whether something may still come of it
     * @param total of the offer that the event is about, if it is about one
     */
    record Data(
            UUID demandId,
            String title,
            UUID enterpriseId,
            UUID providerId,
            List<UUID> demandItemIds,
            LocalDate answerBy,
            RequestState state,
            boolean open,
            List<Loss> losses,
            @Nullable String reason,
            @Nullable UUID quoteId,
            @Nullable Integer revision,
            @Nullable Money total) {}

    /** Tells both sides what happened to a request. */
    Future<Void> append(SqlConnection tx, String type, QuoteRequest request, @Nullable Quote quote, Caller caller) {
        Set<UUID> parties =
                Set.of(request.parties().enterpriseId(), request.parties().providerId());
        return events.append(tx, new Change(KIND, request.id(), type, caller, parties, data(request, quote)))
                .mapEmpty();
    }

    private static Data data(QuoteRequest request, @Nullable Quote quote) {
        return new Data(
                request.asked().demandId(),
                request.asked().title(),
                request.parties().enterpriseId(),
                request.parties().providerId(),
                request.asked().items().stream().map(Asked.Item::demandItemId).toList(),
                request.answerBy(),
                request.state(),
                request.state().live(),
                request.verdict().losses(),
                request.verdict().reason(),
                quote == null ? null : quote.id(),
                quote == null ? null : quote.revision(),
                quote == null ? null : quote.total());
    }
}
