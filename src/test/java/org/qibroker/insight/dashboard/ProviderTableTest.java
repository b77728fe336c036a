package org.qibroker.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Uptake.Values;
import org.qibroker.insight.dashboard.ProviderTable.Order;
import org.qibroker.platform.http.Cursor;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** The order of providers, and its parts. */
class ProviderTableTest {
    private static Row row(String key, Map<Figure, Number> values) {
        return new Row(key, key, new Values(values, Map.of(), List.of()));
    }

    private static List<String> keys(Order order) {
        List<Row> rows = List.of(
                row("a", Map.of(Figure.BOOKED, 2, Figure.SATISFACTION, 4.5)),
                row("b", Map.of(Figure.BOOKED, 9)),
                row("c", Map.of(Figure.BOOKED, 9, Figure.SATISFACTION, 3.5)));
        return ProviderTable.of(rows, order, PageRequest.FIRST).rows().stream()
                .map(Row::key)
                .toList();
    }

    @Test
    void theMostBookedComeFirstUnlessTheQuerySaysOtherwise() {
        assertThat(keys(Order.of(new Inputs(name -> Optional.empty())))).containsExactly("b", "c", "a");
        Map<String, String> query = Map.of("sort", "BOOKED", "order", "rising");
        assertThat(keys(Order.of(new Inputs(name -> Optional.ofNullable(query.get(name))))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void whatHasNoValueComesLastEitherWay() {
        Order falling = new Order(Figure.SATISFACTION, false);
        assertThat(keys(falling)).containsExactly("a", "c", "b");
        assertThat(falling.at(Figure.SATISFACTION).rising()).isTrue();
        assertThat(keys(falling.at(Figure.SATISFACTION))).containsExactly("c", "a", "b");
        assertThat(falling.at(Figure.SATISFACTION).at(Figure.BOOKED)).isEqualTo(new Order(Figure.BOOKED, false));
    }

    @Test
    void partsFollowEachOtherAndEnd() {
        List<Row> many = IntStream.range(0, 5)
                .mapToObj(i -> row("p" + i, Map.of(Figure.BOOKED, 9 - i)))
                .toList();
        Order order = new Order(Figure.BOOKED, false);
        ProviderTable first = ProviderTable.of(many, order, new PageRequest(3, null));
        assertThat(first.rows()).hasSize(3);
        ProviderTable last =
                ProviderTable.of(many, order, new PageRequest(3, first.next().orElseThrow()));
        assertThat(last.rows()).extracting(Row::key).containsExactly("p3", "p4");
        assertThat(last.next()).isEmpty();
        assertThat(last.providers()).isEqualTo(5);
        for (String wrong : List.of("x", Cursor.of("x"), Cursor.of(-1))) {
            assertThatThrownBy(() -> ProviderTable.of(many, order, new PageRequest(3, wrong)))
                    .isInstanceOf(Refusal.class);
        }
    }
}
