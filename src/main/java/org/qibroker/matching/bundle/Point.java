package org.qibroker.matching.bundle;

import java.util.BitSet;
import java.util.List;

/**
 * A complete choice and what it comes to.
 *
 * @param ways one a item
 */
record Point(int providers, long price, int day, int open, List<Way> ways) {
    static Point of(List<Way> ways) {
        BitSet providers = new BitSet();
        long price = 0;
        int day = 0;
        int open = 0;
        for (Way way : ways) {
            providers.set(way.provider());
            price += way.price();
            day = Math.max(day, way.day());
            open += way.option().open() ? 1 : 0;
        }
        return new Point(providers.cardinality(), price, day, open, List.copyOf(ways));
    }

    /** Whether this is no worse in any of the three. */
    boolean covers(Point other) {
        return providers <= other.providers && price <= other.price && day <= other.day;
    }
}
