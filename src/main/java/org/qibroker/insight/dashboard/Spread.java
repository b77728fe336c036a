package org.qibroker.insight.dashboard;

import java.util.Comparator;
import java.util.List;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake.Row;

/**
 * How evenly matching spreads its first places over providers.
 *
 * @param providers that were shown
 * @param firsts first places there were
 * @param most providers that took the most of them, at most three
 * @param theirs how many of the first places those took
 */
public record Spread(long providers, long firsts, long most, long theirs) {
    private static final int FOREMOST = 3;
    private static final double WHOLE = 100;

    static Spread of(List<Row> rows) {
        List<Long> firsts = rows.stream()
                .map(row -> count(row, Figure.SHOWN_FIRST))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Long> most =
                firsts.stream().filter(first -> first > 0).limit(FOREMOST).toList();
        return new Spread(
                rows.stream().filter(row -> count(row, Figure.SHOWN) > 0).count(),
                firsts.stream().mapToLong(Long::longValue).sum(),
                most.size(),
                most.stream().mapToLong(Long::longValue).sum());
    }

    private static long count(Row row, Figure figure) {
        Number value = row.values().of(figure);
        return value == null ? 0 : value.longValue();
    }

    /** The part of the first places that those with the most took, of a hundred; 0 where there was none. */
    public long share() {
        return firsts == 0 ? 0 : Math.round(WHOLE * theirs / firsts);
    }
}
