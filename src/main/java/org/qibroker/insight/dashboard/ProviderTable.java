package org.qibroker.insight.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.platform.http.Cursor;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/**
 * A part of the providers with their figures, in an order.
 *
 * @param providers how many there are in all
 * @param order in which they are
 * @param next where the next part begins
 */
public record ProviderTable(List<Row> rows, int providers, Order order, Optional<String> next) {
    /** Copies the rows. */
    public ProviderTable {
        rows = List.copyOf(rows);
    }

    /**
     * By which figure they are sorted; what has none is last.
     *
     * @param rising whether the smallest is first
     */
    public record Order(Figure by, boolean rising) {
        /** What a query asks for: the most booked first, if it does not say. */
        static Order of(Inputs query) {
            return new Order(
                    query.constant("sort", Figure.class)
                            .filter(Figure.OF_PROVIDERS::contains)
                            .orElse(Figure.BOOKED),
                    query.text("order").filter("rising"::equals).isPresent());
        }

        /** What a click on the head of a column asks for: the largest first, or the other way round. */
        public Order at(Figure figure) {
            return new Order(figure, figure == by && !rising);
        }

        /** For queries. */
        public String query() {
            return "&sort=" + by.name() + (rising ? "&order=rising" : "");
        }

        /** For readers of screens, of the column of a figure. */
        public @Nullable String aria(Figure figure) {
            return figure != by ? null : rising ? "ascending" : "descending";
        }

        private Comparator<Row> comparator() {
            Comparator<Double> values = rising ? Comparator.naturalOrder() : Comparator.reverseOrder();
            return Comparator.comparing(
                    row -> Optional.ofNullable(row.values().of(by))
                            .map(Number::doubleValue)
                            .orElse(null),
                    Comparator.nullsLast(values));
        }
    }

    static ProviderTable of(List<Row> all, Order order, PageRequest page) {
        int from = Math.min(place(page.cursor()), all.size());
        int to = Math.min(from + page.limit(), all.size());
        List<Row> sorted = all.stream().sorted(order.comparator()).toList();
        return new ProviderTable(
                sorted.subList(from, to),
                all.size(),
                order,
                Stream.of(to).filter(next -> next < all.size()).map(Cursor::of).findFirst());
    }

    private static int place(@Nullable String cursor) {
        try {
            int place = cursor == null
                    ? 0
                    : Integer.parseInt(Cursor.parts(cursor, 1).get(0));
            return Objects.checkIndex(place, Integer.MAX_VALUE);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }
}
