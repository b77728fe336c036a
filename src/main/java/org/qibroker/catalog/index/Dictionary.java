package org.qibroker.catalog.index;

import java.util.Arrays;
import java.util.Objects;

/**
 * Values that many lines share, each kept once and known by a number. One thread at a time adds; any thread may get a
 * value whose number it learned from a state published after the value was added.
 */
public final class Dictionary<T> {
    private static final int FIRST = 8;

    private volatile Object[] values = new Object[FIRST];
    private volatile int size;
    private int[] table = new int[FIRST * 2];

    /** The number of a value, which is kept if it is new. */
    public int add(T value) {
        int slot = slot(value);
        int known = table[slot] - 1;
        return known >= 0 ? known : append(value, slot);
    }

    /** The value kept that is equal to this one. */
    T shared(T value) {
        return get(add(value));
    }

    /** The number of a value; −1 if it is not kept. */
    public int find(T value) {
        return table[slot(value)] - 1;
    }

    /** The value of a number. */
    @SuppressWarnings("unchecked")
    public T get(int number) {
        return (T) Objects.requireNonNull(values[number]);
    }

    /** How many there are; numbers begin with 0. */
    public int size() {
        return size;
    }

    private int append(T value, int slot) {
        int number = size;
        Object[] known = number == values.length ? Arrays.copyOf(values, number * 2) : values;
        known[number] = value;
        values = known;
        size = number + 1;
        table[slot] = number + 1;
        growTable();
        return number;
    }

    private void growTable() {
        if (size * 2 <= table.length) {
            return;
        }
        table = new int[table.length * 2];
        for (int number = 0; number < size; number++) {
            table[slot(get(number))] = number + 1;
        }
    }

    private int slot(T value) {
        int hash = value.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 15)) & (table.length - 1);
        while (table[slot] != 0 && !get(table[slot] - 1).equals(value)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
