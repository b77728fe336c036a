package org.qibroker.catalog;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers what was worked out of values that occur again and again; when it is full it begins anew. Thread-safe. */
final class Recent<K, V> {
    private static final int MOST = 20_000;

    private final ConcurrentHashMap<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> work;

    Recent(Function<K, V> work) {
        this.work = work;
    }

    V get(K value) {
        V found = known.get(value);
        if (found == null) {
            found = work.apply(value);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(value, found);
        }
        return found;
    }
}
