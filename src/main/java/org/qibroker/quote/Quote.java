package org.qibroker.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.quote.QuoteDraft.Uncertainty;
import org.qibroker.shared.Money;

/**
 * One revision of a provider's answer.
 *
 * @param revision counted from 1
 * @param validUntil the last day it can be taken
 */
public record Quote(
        UUID id,
        UUID requestId,
        int revision,
        QuoteState state,
        LocalDate validUntil,
        @Nullable String terms,
        List<Item> items,
        Instant madeAt) {
    private static final int WHOLE = 100;

    /** Copies the items. */
    public Quote {
        items = List.copyOf(items);
    }

    /**
     * What is offered for one item.
     *
     * @param price for all pieces, before the discount
     * @param bookingId the booking it became; absent while it has not been awarded
     */
    public record Item(
            UUID demandItemId,
            Money price,
            int discountPercent,
            LocalDate finishBy,
            @Nullable Uncertainty uncertainty,
            @Nullable String terms,
            List<UUID> capabilityIds,
            @Nullable UUID bookingId) {
        /** Copies the lines. */
        public Item {
            capabilityIds = List.copyOf(capabilityIds);
        }

        /** The price after the discount, to the fen. */
        public Money net() {
            return Money.fen(Math.round(price.amount() * (double) (WHOLE - discountPercent) / WHOLE));
        }
    }

    /** What is offered for an item, if anything is. */
    public Optional<Item> item(UUID demandItem) {
        return items.stream()
                .filter(item -> item.demandItemId().equals(demandItem))
                .findFirst();
    }

    /** The price of all items after discounts. */
    public Money total() {
        return Money.fen(items.stream().mapToLong(item -> item.net().amount()).reduce(0, Math::addExact));
    }

    /** The day the last item is done. */
    public LocalDate finishBy() {
        return items.stream().map(Item::finishBy).max(Comparator.naturalOrder()).orElse(validUntil);
    }

    /** Whether it can be taken on a day. */
    public boolean takeableOn(LocalDate day) {
        return state.counts() && !day.isAfter(validUntil);
    }
}
