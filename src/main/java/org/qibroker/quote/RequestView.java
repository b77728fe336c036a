package org.qibroker.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Contact;
import org.qibroker.demand.ItemSpec;
import org.qibroker.quote.award.Loss;

/** A request as the API gives it to one of its sides: the schema {@code QuoteRequest} of the contract. */
record RequestView(
        UUID id,
        UUID demandId,
        String title,
        UUID enterpriseId,
        String enterpriseName,
        UUID providerId,
        String providerName,
        @Nullable Contact contact,
        @Nullable String district,
        @Nullable LocalDate neededBy,
        Agreement agreement,
        List<Item> items,
        LocalDate answerBy,
        RequestState state,
        List<Loss> losses,
        @Nullable String reason,
        List<RequestAction> actions,
        @Nullable List<QuoteView> quotes,
        long version,
        Instant createdAt) {

    /** What is asked for. */
    record Item(UUID demandItemId, ItemSpec asked, List<UUID> suggestedCapabilityIds) {}

    static RequestView of(QuoteRequest request, List<RequestAction> actions, @Nullable List<Quote> revisions) {
        Asked asked = request.asked();
        return new RequestView(
                request.id(),
                asked.demandId(),
                asked.title(),
                request.parties().enterpriseId(),
                request.parties().enterpriseName(),
                request.parties().providerId(),
                request.parties().providerName(),
                asked.contact(),
                asked.district(),
                asked.neededBy(),
                asked.agreement(),
                asked.items().stream()
                        .map(item -> new Item(item.demandItemId(), item.spec(), item.suggested()))
                        .toList(),
                request.answerBy(),
                request.state(),
                request.verdict().losses(),
                request.verdict().reason(),
                actions,
                revisions == null
                        ? null
                        : revisions.stream()
                                .map(quote -> QuoteView.of(request, quote))
                                .toList(),
                request.version(),
                request.createdAt());
    }
}
