package org.qibroker.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/** An offer as the API gives it: the schema {@code Quote} of the contract. */
public record QuoteView(
        UUID id,
        UUID quoteRequestId,
        UUID demandId,
        UUID providerId,
        String providerName,
        int revision,
        QuoteState state,
        LocalDate validUntil,
        @Nullable String terms,
        List<Item> items,
        Money total,
        LocalDate finishBy,
        Instant madeAt) {

    /** What is offered for one item. */
    public record Item(
            UUID demandItemId,
            Money price,
            int discountPercent,
            Money netPrice,
            LocalDate finishBy,
            @Nullable Uncertainty uncertainty,
            @Nullable String terms,
            List<UUID> capabilityIds,
            @Nullable UUID bookingId) {
        static Item of(Quote.Item item) {
            QuoteDraft.Uncertainty u = item.uncertainty();
            return new Item(
                    item.demandItemId(),
                    item.price(),
                    item.discountPercent(),
                    item.net(),
                    item.finishBy(),
                    u == null ? null : new Uncertainty(u.value(), u.unit(), u.factor()),
                    item.terms(),
                    item.capabilityIds(),
                    item.bookingId());
        }
    }

    /** An expanded uncertainty with its k. */
    public record Uncertainty(double value, String unit, double coverageFactor) {}

    /** An offer in answer to a request. */
    public static QuoteView of(QuoteRequest request, Quote quote) {
        return new QuoteView(
                quote.id(),
                request.id(),
                request.asked().demandId(),
                request.parties().providerId(),
                request.parties().providerName(),
                quote.revision(),
                quote.state(),
                quote.validUntil(),
                quote.terms(),
                quote.items().stream().map(Item::of).toList(),
                quote.total(),
                quote.finishBy(),
                quote.madeAt());
    }
}
