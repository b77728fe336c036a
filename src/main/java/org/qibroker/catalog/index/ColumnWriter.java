package org.qibroker.catalog.index;

import java.util.Arrays;

/** Finds the numbers that occur in rows. For one thread. */
final class ColumnWriter {
    private static final int NARROW = 256;
    private static final int SLOTS = 2 * LinesWriter.MOST;

    private final int[] slots = new int[SLOTS];
    private final int[] values = new int[LinesWriter.MOST];
    private final char[] codes = new char[LinesWriter.MOST];

    /** The column of rows {@code from} to {@code to}, the last not included. */
    Column column(int[] rows, int from, int to) {
        int count = 0;
        for (int row = from; row < to; row++) {
            int slot = slot(rows[row]);
            if (slots[slot] == 0) {
                values[count++] = rows[row];
                slots[slot] = count;
            }
            codes[row - from] = (char) (slots[slot] - 1);
        }
        Arrays.fill(slots, 0);
        return count == 1 ? new Column(values[0]) : column(Arrays.copyOf(values, count), to - from);
    }

    private Column column(int[] distinct, int size) {
        if (distinct.length > NARROW) {
            return new Column(distinct, Arrays.copyOf(codes, size));
        }
        byte[] narrow = new byte[size];
        for (int i = 0; i < size; i++) {
            narrow[i] = (byte) codes[i];
        }
        return new Column(distinct, narrow);
    }

    private int slot(int value) {
        int slot = (value * 0x9E3779B9) >>> 21;
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
