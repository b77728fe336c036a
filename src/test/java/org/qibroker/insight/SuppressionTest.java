package org.qibroker.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Uptake.Values;

/** Who may not see single enterprises cannot tell them by subtraction either. */
class SuppressionTest {
    private static Row row(String key, Map<Figure, Number> values) {
        return new Row(key, key, new Values(values, Map.of(), List.of()));
    }

    private static List<Figure> hidden(List<Row> rows, String key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow()
                .values()
                .hidden();
    }

    @Test
    void fewEnterprisesAreWithheldAndTheSmallestOtherPartWithThem() {
        List<Row> shown = Suppression.parts(
                List.of(
                        row("many", Map.of(Figure.BOOKED, 40)),
                        row("two", Map.of(Figure.BOOKED, 7)),
                        row("four", Map.of(Figure.BOOKED, 9)),
                        row("none", Map.of(Figure.BOOKED, 0))),
                Map.of(
                        "many", Map.of("BOOKED", 20L),
                        "two", Map.of("BOOKED", 2L),
                        "four", Map.of("BOOKED", 4L)));

        assertThat(hidden(shown, "two")).contains(Figure.BOOKED);
        assertThat(hidden(shown, "four")).contains(Figure.BOOKED);
        assertThat(hidden(shown, "many")).isEmpty();
        assertThat(hidden(shown, "none")).isEmpty();
        assertThat(shown.get(1).values().of(Figure.BOOKED)).isNull();
    }

    @Test
    void whatFollowsFromWhatIsWithheldIsWithheldToo() {
        Values values = new Values(
                Map.of(
                        Figure.ITEMS,
                        30,
                        Figure.MATCHED,
                        29,
                        Figure.MATCH_RATE,
                        96.7,
                        Figure.UNMET,
                        1,
                        Figure.BOOKED,
                        12),
                Map.of(),
                List.of());

        Values shown = Suppression.whole(values, Map.of("ITEM", 9L, "MATCHED", 9L, "UNMET", 1L, "BOOKED", 8L));

        assertThat(shown.hidden()).contains(Figure.ITEMS, Figure.MATCHED, Figure.MATCH_RATE, Figure.UNMET);
        assertThat(shown.all()).containsOnlyKeys(Figure.BOOKED);
    }

    @Test
    void oneNewEnterpriseAmongManyIsNotTold() {
        Values values = new Values(
                Map.of(Figure.ACTIVE_ENTERPRISES, 9, Figure.NEW_ENTERPRISES, 1, Figure.RETURNING_ENTERPRISES, 8),
                Map.of(),
                List.of());

        assertThat(Suppression.whole(values, Map.of("ASKS", 9L)).all()).isEmpty();
    }

    @Test
    void subtractionNeverLeavesFewerThanThree() {
        Random chance = new Random(7);
        for (int trial = 0; trial < 500; trial++) {
            List<Row> rows = new ArrayList<>();
            Map<String, Map<String, Long>> behind = new HashMap<>();
            for (int i = 1 + chance.nextInt(6); i > 0; i--) {
                long enterprises = chance.nextInt(7);
                rows.add(row("part" + i, Map.of(Figure.BOOKED, enterprises * 3)));
                behind.put("part" + i, Map.of("BOOKED", enterprises));
            }
            long all = behind.values().stream()
                    .mapToLong(each -> each.get("BOOKED"))
                    .sum();
            List<Row> shown = Suppression.parts(rows, behind);
            boolean whole = Suppression.whole(
                            new Values(Map.of(Figure.BOOKED, all * 3), Map.of(), List.of()), Map.of("BOOKED", all))
                    .hidden()
                    .isEmpty();

            long left = shown.stream()
                    .filter(row -> row.values().hidden().contains(Figure.BOOKED))
                    .mapToLong(row -> behind.get(row.key()).get("BOOKED"))
                    .sum();
            assertThat(!whole || left == 0 || left >= Suppression.FEWEST)
                    .as("%s shown as %s", behind, shown)
                    .isTrue();
        }
    }
}
