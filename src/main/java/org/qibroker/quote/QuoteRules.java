package org.qibroker.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.quote.Asked.Item;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Whether an offer answers its request. Pure. */
final class QuoteRules {
    private static final long LARGEST_FEN = 1_000_000_000_000L;

    private final UnitRegistry units;
    private final Function<UUID, Optional<Capability>> scope;

    /** Rules with the units known and the lines of scopes by their ids. */
    QuoteRules(UnitRegistry units, Function<UUID, Optional<Capability>> scope) {
        this.units = units;
        this.scope = scope;
    }

    /**
     * The items of an offer as they are kept.
     *
     * @throws Refusal BAD_INPUT naming each place that does not fit
     */
    List<Quote.Item> items(QuoteDraft draft, QuoteRequest request, LocalDate today) {
        RequestRules.later("/validUntil", draft.validUntil(), today);
        Map<UUID, Item> asked =
                request.asked().items().stream().collect(Collectors.toMap(Item::demandItemId, Function.identity()));
        Set<UUID> seen = new HashSet<>();
        List<Quote.Item> items = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            QuoteDraft.Item item = draft.items().get(i);
            Item wanted = asked.get(item.demandItemId());
            if (wanted == null || !seen.add(item.demandItemId())) {
                faults.add(FieldFault.of("/items/" + i + "/demandItemId", "quote-item-not-asked"));
                continue;
            }
            List<UUID> lines = item.capabilityIds() == null ? wanted.suggested() : item.capabilityIds();
            check(item, "/items/" + i, today, faults);
            checkLines(lines, request.parties().providerId(), "/items/" + i + "/capabilityIds", faults);
            items.add(kept(item, lines));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return items;
    }

    private static Quote.Item kept(QuoteDraft.Item item, List<UUID> lines) {
        return new Quote.Item(
                item.demandItemId(),
                item.price(),
                item.discount(),
                item.finishBy(),
                item.uncertainty(),
                item.terms() == null || item.terms().isBlank()
                        ? null
                        : item.terms().strip(),
                lines,
                null);
    }

    private void check(QuoteDraft.Item item, String pointer, LocalDate today, List<FieldFault> faults) {
        if (!item.price().currency().equals("CNY")) {
            faults.add(FieldFault.of(
                    pointer + "/price/currency",
                    "currency-unknown",
                    item.price().currency()));
        }
        if (item.price().amount() < 0 || item.price().amount() > LARGEST_FEN) {
            faults.add(FieldFault.of(pointer + "/price/amount", "quote-price-range"));
        }
        if (item.finishBy().isBefore(today)) {
            faults.add(FieldFault.of(pointer + "/finishBy", "quote-finish-past"));
        }
        QuoteDraft.Uncertainty offered = item.uncertainty();
        if (offered != null && units.all(offered.unit()).isEmpty()) {
            faults.add(FieldFault.of(pointer + "/uncertainty/unit", "unknown-unit", offered.unit()));
        }
    }

    /** A booking can be made of lines of one site only, so that an item has to name some of one of the provider's sites. */
    private void checkLines(List<UUID> ids, UUID provider, String pointer, List<FieldFault> faults) {
        List<Capability> lines = ids.stream()
                .flatMap(id -> scope.apply(id).stream())
                .filter(line -> line.providerId().equals(provider))
                .toList();
        if (ids.isEmpty()) {
            faults.add(FieldFault.of(pointer, "quote-lines-needed"));
        } else if (lines.size() < ids.size()) {
            faults.add(FieldFault.of(pointer, "unknown-capability"));
        } else if (lines.stream().map(Capability::siteId).distinct().count() > 1) {
            faults.add(FieldFault.of(pointer, "other-site"));
        }
    }
}
