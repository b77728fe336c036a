package org.qibroker.quote.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.ItemSpec;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteDraft.Uncertainty;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.QuoteState;
import org.qibroker.quote.RequestState;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;

/** Offers for two items, for tests. */
final class Offers {
    static final UUID FIRST = new UUID(0, 1);
    static final UUID SECOND = new UUID(0, 2);
    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private Offers() {}

    /** An item at a price, done so many days from now, this accurate. */
    static Quote.Item item(UUID item, long fen, int days, @Nullable Uncertainty u) {
        return new Quote.Item(item, Money.fen(fen), 0, TODAY.plusDays(days), u, null, List.of(item), null);
    }

    /** The same, taken already. */
    static Quote.Item taken(Quote.Item item) {
        return new Quote.Item(
                item.demandItemId(),
                item.price(),
                item.discountPercent(),
                item.finishBy(),
                item.uncertainty(),
                item.terms(),
                item.capabilityIds(),
                new UUID(9, 9));
    }

    static Quote quote(int provider, QuoteState state, Quote.Item... items) {
        return new Quote(
                new UUID(2, provider),
                new UUID(1, provider),
                1,
                state,
                TODAY.plusDays(10),
                null,
                List.of(items),
                Instant.EPOCH);
    }

    static Quote quote(int provider, Quote.Item... items) {
        return quote(provider, QuoteState.OFFERED, items);
    }

    /** A provider that was asked for both items, with its offers. */
    static Dossier dossier(int provider, RequestState state, Quote... quotes) {
        List<Asked.Item> items = new ArrayList<>();
        Stream.of(FIRST, SECOND)
                .forEach(id -> items.add(new Asked.Item(id, ItemSpec.of(Family.METROLOGY, "卡尺"), List.of())));
        return new Dossier(
                new QuoteRequest(
                        new UUID(1, provider),
                        new QuoteRequest.Parties(new UUID(8, 8), "企业", new UUID(3, provider), "机构" + provider),
                        new Asked(new UUID(7, 7), "卡尺", null, null, null, Agreement.NONE, items),
                        TODAY.plusDays(5),
                        state,
                        new QuoteRequest.Verdict(List.of(), null),
                        2,
                        Instant.EPOCH),
                List.of(quotes));
    }
}
