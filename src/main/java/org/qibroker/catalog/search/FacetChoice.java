package org.qibroker.catalog.search;

import java.util.Arrays;
import org.qibroker.catalog.index.Lines;

/** Which lines have the value chosen of a facet. Used by one thread, for one search. */
final class FacetChoice {
    private static final byte UNKNOWN = 0;
    private static final byte SAME = 1;
    private static final byte OTHER = 2;

    private final FacetColumn column;
    private final String key;
    private byte[] seen = new byte[16];

    FacetChoice(FacetColumn column, String value) {
        this.column = column;
        this.key = column.facet().key(value);
    }

    /** The facet it is a value of. */
    Facet facet() {
        return column.facet();
    }

    /** Whether one of the line's values is the one chosen, in whatever spelling. */
    boolean meets(Lines lines, int row) {
        for (int value : column.of(lines, row)) {
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
            seen[value] = column.facet().key(column.text(value)).equals(key) ? SAME : OTHER;
        }
        return seen[value] == SAME;
    }
}
