package org.qibroker.insight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The uptake of some months.
 *
 * @param now in these months
 * @param before in as many months before
 * @param yearBefore in the same months of the year before
 * @param by what the rows are
 */
public record Uptake(
        Wanted wanted, Values now, Values before, Values yearBefore, @Nullable Dimension by, List<Row> rows) {

    /**
     * The figures of one period or part.
     *
     * @param all absent, or null, where there is nothing to go by
     * @param cases out of how many cases a share, a time or a mean is made
     * @param hidden those that fewer than three enterprises stand behind, or that would give such away
     */
    public record Values(Map<Figure, Number> all, Map<Figure, Long> cases, List<Figure> hidden) {
        /** The value of a figure. */
        public @Nullable Number of(Figure figure) {
            return all.get(figure);
        }
    }

    /**
     * One part.
     *
     * @param key its month, code, constant, text or id; empty for what has none
     */
    public record Row(String key, String name, Values values) {}
}
