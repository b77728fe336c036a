package org.qibroker.quote.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Demand;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.award.Comparison.Compared;

/**
 * The offers for a demand, side by side.
 *
 * @param items what anybody was asked for
 * @param columns requests whose offers are shown
 * @param rest requests of which there is nothing to compare
 */
public record ComparePage(
        Demand demand,
        List<Asked.Item> items,
        List<Column> columns,
        List<Dossier> rest,
        Compared compared,
        LocalDate today) {

    /** An offer that counts, with its request. */
    public record Column(Dossier dossier, Quote quote) {
        /** What it offers for an item; absent if nothing. */
        public Quote.@Nullable Item of(Asked.Item item) {
            return quote.item(item.demandItemId()).orElse(null);
        }
    }

    /** Whether an offer can be taken for an item today. */
    public boolean takeable(Column column, Asked.Item item) {
        Quote.Item offered = column.of(item);
        return offered != null && column.quote().takeableOn(today) && awarded(item) == null;
    }

    /** The booking that an item became; absent while it has not been awarded. */
    public @Nullable UUID awarded(Asked.Item item) {
        return columns.stream()
                .map(column -> column.of(item))
                .filter(offered -> offered != null && offered.bookingId() != null)
                .map(Quote.Item::bookingId)
                .findFirst()
                .orElse(null);
    }

    /** Whether anything can be taken. */
    public boolean open() {
        return !demand.state().ended()
                && items.stream().anyMatch(item -> columns.stream().anyMatch(column -> takeable(column, item)));
    }

    /** Whether an offer is among the best. */
    public static boolean best(Set<UUID> marks, Column column) {
        return marks.contains(column.quote().id());
    }
}
