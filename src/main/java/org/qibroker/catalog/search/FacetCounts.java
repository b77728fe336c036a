package org.qibroker.catalog.search;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibroker.catalog.Capability;

/** How many lines have which value of each facet. */
final class FacetCounts {
    /** How many values of a facet are told. */
    static final int MOST_VALUES = 50;

    private final Map<Facet, Map<String, long[]>> counts = new EnumMap<>(Facet.class);

    FacetCounts() {
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    /** A value as lines spell it, and how many have it. */
    record Count(String value, long lines) {
        private Count plus(Count other) {
            return new Count(lines < other.lines ? other.value : value, lines + other.lines);
        }
    }

    /** Counts the values of one line. */
    void add(Facet facet, Capability line, FacetValues values) {
        Map<String, long[]> own = of(facet);
        values.each(facet, line, value -> own.computeIfAbsent(value, v -> new long[1])[0]++);
    }

    private Map<String, long[]> of(Facet facet) {
        return counts.getOrDefault(facet, Map.of());
    }

    /** The values that most lines have, in the spelling that most use, the most frequent first. */
    List<Count> top(Facet facet) {
        Map<String, Count> merged = new HashMap<>();
        of(facet).forEach((value, lines) -> merged.merge(facet.key(value), new Count(value, lines[0]), Count::plus));
        return merged.values().stream()
                .sorted(Comparator.comparing((Count c) -> -c.lines).thenComparing(Count::value))
                .limit(MOST_VALUES)
                .toList();
    }
}
