package org.qibroker.catalog.search;

import java.util.Arrays;

/** Which lines have the value chosen of a facet. Used by one thread, for one search. */
final class FacetChoice {
    private static final byte UNKNOWN = 0;
    private static final byte SAME = 1;
    private static final byte OTHER = 2;

    private final Facet facet;
    private final String key;
    private final FacetColumns columns;
    private byte[] seen = new byte[16];

    FacetChoice(Facet facet, String value, FacetColumns columns) {
        this.facet = facet;
        this.key = facet.key(value);
        this.columns = columns;
    }

    /** The facet it is a value of. */
    Facet facet() {
        return facet;
    }

    /** Whether one of a line's values is the one chosen, in whatever spelling. */
    boolean meets(int[] values) {
        for (int value : values) {
            if (same(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean same(int value) {
        if (value >= seen.length) {
            seen = Arrays.copyOf(seen, Math.max(value + 1, seen.length * 2));
        }
        if (seen[value] == UNKNOWN) {
            seen[value] = facet.key(columns.text(facet, value)).equals(key) ? SAME : OTHER;
        }
        return seen[value] == SAME;
    }
}
