package org.qibroker.catalog.index;

/**
 * One number of each of some lines, in as few bytes as it needs: each number that occurs is kept once, and of a row only
 * which of them it has. Immutable.
 */
public final class Column {
    private static final byte[] NO_BYTES = {};
    private static final char[] NO_CHARS = {};
    private static final int BYTE = 0xFF;

    private final int[] values;
    private final byte[] narrow;
    private final char[] wide;

    /** The same number in all rows. */
    Column(int value) {
        this(new int[] {value}, NO_BYTES, NO_CHARS);
    }

    /** Rows that have no more than 256 numbers. */
    Column(int[] values, byte[] codes) {
        this(values, codes, NO_CHARS);
    }

    /** Rows that have more. */
    Column(int[] values, char[] codes) {
        this(values, NO_BYTES, codes);
    }

    private Column(int[] values, byte[] narrow, char[] wide) {
        this.values = values;
        this.narrow = narrow;
        this.wide = wide;
    }

    /** The number of a row. */
    public int get(int row) {
        return values[code(row)];
    }

    /** Which of the numbers that occur a row has: 0 … {@link #count} − 1. */
    public int code(int row) {
        return narrow.length > 0 ? narrow[row] & BYTE : wide.length > 0 ? wide[row] : 0;
    }

    /** How many numbers occur. */
    public int count() {
        return values.length;
    }

    /** The number of a code. */
    public int value(int code) {
        return values[code];
    }

    int[] values() {
        return values;
    }

    byte[] narrow() {
        return narrow;
    }

    char[] wide() {
        return wide;
    }
}
