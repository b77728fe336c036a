package org.qibroker.catalog.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Lines;

/** How many lines have which value of one facet. */
final class FacetCounts {
    /** How many values of a facet are told. */
    static final int MOST_VALUES = 50;

    private final FacetColumn column;
    private final int[] byPart;
    private long[] counts = new long[16];

    FacetCounts(FacetColumn column) {
        this.column = column;
        this.byPart = new int[column.parts()];
    }

    /** The facet. */
    Facet facet() {
        return column.facet();
    }

    /**
     * A value as lines spell it, and how many have it.
     *
     * @param english what lines call it in English; absent where none does
     */
    record Count(String value, @Nullable String english, long lines) {
        private Count plus(Count other) {
            Count more = lines < other.lines ? other : this;
            Count fewer = lines < other.lines ? this : other;
            String name = more.english == null ? fewer.english : more.english;
            return new Count(more.value, name, lines + other.lines);
        }
    }

    /** Counts the values of one line. */
    void add(Lines lines, int row) {
        int part = column.part(lines, row);
        if (part < 0) {
            add(column.of(lines, row), 1);
        } else {
            byPart[part]++;
        }
    }

    private void add(int[] values, int lines) {
        for (int value : values) {
            if (value >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(value + 1, counts.length * 2));
            }
            counts[value] += lines;
        }
    }

    /** The values that most lines have, in the spelling that most use, the most frequent first. */
    List<Count> top() {
        for (int part = 0; part < byPart.length; part++) {
            if (byPart[part] > 0) {
                add(column.ofPart(part), byPart[part]);
                byPart[part] = 0;
            }
        }
        Map<String, Count> merged = new HashMap<>();
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                String text = column.text(value);
                merged.merge(facet().key(text), new Count(text, column.english(value), counts[value]), Count::plus);
            }
        }
        return merged.values().stream()
                .sorted(Comparator.comparing((Count c) -> -c.lines).thenComparing(Count::value))
                .limit(MOST_VALUES)
                .toList();
    }
}
