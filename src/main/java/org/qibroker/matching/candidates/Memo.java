package org.qibroker.matching.candidates;

import java.util.Objects;
import org.qibroker.catalog.index.Lines;

/** Remembers, by a number, what was worked out once from a line that has it. For one thread. */
final class Memo<T> {
    private static final int FIRST = 64;

    private final Work<T> work;
    private long[] keys = new long[FIRST];
    private Object[] values = new Object[FIRST];
    private int size;

    Memo(Work<T> work) {
        this.work = work;
    }

    /** Works out a value from a line. */
    interface Work<T> {
        /** The value of the line in a row. */
        T of(Lines lines, int row);
    }

    /** The value of a number, not negative, worked out from the line in a row if it is not known. */
    @SuppressWarnings("unchecked")
    T get(long number, Lines lines, int row) {
        int slot = slot(number + 1);
        if (keys[slot] == 0) {
            T value = work.of(lines, row);
            slot = grown() ? slot(number + 1) : slot;
            keys[slot] = number + 1;
            values[slot] = value;
            size++;
            return value;
        }
        return (T) Objects.requireNonNull(values[slot]);
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private boolean grown() {
        if (size * 2 < keys.length) {
            return false;
        }
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[oldKeys.length * 4];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
        return true;
    }
}
