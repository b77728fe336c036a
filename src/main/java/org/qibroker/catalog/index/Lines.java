package org.qibroker.catalog.index;

import java.util.UUID;

/**
 * Some lines of one subject as columns, ordered by place, id and first day; the numbers are those of {@link Parts}.
 * Immutable.
 */
public final class Lines {
    static final int PLACE = 0;
    static final int SERVICE = 1;
    static final int RANGE = 2;
    static final int UNCERTAINTY = 3;
    static final int METHODS = 4;
    static final int CONDITIONS = 5;
    static final int LIMITATION = 6;
    static final int MARKS = 7;
    static final int PRICE = 8;
    static final int TERMS = 9;
    static final int FROM = 10;
    static final int TO = 11;
    static final int COLUMNS = 12;

    private final long[] high;
    private final long[] low;
    private final long[] record;
    private final int[][] columns;

    Lines(long[] high, long[] low, long[] record, int[][] columns) {
        this.high = high;
        this.low = low;
        this.record = record;
        this.columns = columns;
    }

    /** How many; rows begin with 0. */
    public int size() {
        return record.length;
    }

    /** The id of the line. */
    public UUID id(int row) {
        return new UUID(high[row], low[row]);
    }

    /** Number of the statement it comes from. */
    public long record(int row) {
        return record[row];
    }

    /** Number of whose it is and where. */
    public int place(int row) {
        return columns[PLACE][row];
    }

    /** Number of the service. */
    public int service(int row) {
        return columns[SERVICE][row];
    }

    /** Number of quantity and range. */
    public int range(int row) {
        return columns[RANGE][row];
    }

    /** Number of the uncertainty. */
    public int uncertainty(int row) {
        return columns[UNCERTAINTY][row];
    }

    /** Number of the methods. */
    public int methods(int row) {
        return columns[METHODS][row];
    }

    /** Number of the conditions. */
    public int conditions(int row) {
        return columns[CONDITIONS][row];
    }

    /** Number of the limitation; −1 if there is none. */
    public int limitation(int row) {
        return columns[LIMITATION][row];
    }

    /** Number of the marks. */
    public int marks(int row) {
        return columns[MARKS][row];
    }

    /** Number of the price. */
    public int price(int row) {
        return columns[PRICE][row];
    }

    /** Number of the other terms. */
    public int terms(int row) {
        return columns[TERMS][row];
    }

    /** The first day it holds, counted from 1970. */
    public int from(int row) {
        return columns[FROM][row];
    }

    /** The last day it holds; the largest number there is if no end is known. */
    public int to(int row) {
        return columns[TO][row];
    }

    /** Whether the line holds on a day counted from 1970. */
    public boolean holds(int row, int day) {
        return columns[FROM][row] <= day && day <= columns[TO][row];
    }

    /** Whether a row has the id. */
    boolean is(int row, UUID id) {
        return low[row] == id.getLeastSignificantBits() && high[row] == id.getMostSignificantBits();
    }

    /** The first row that does not come before a line, in the order of {@link CodedLine#ORDER}. */
    int placeOf(CodedLine line) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (compare(middle, line) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The first row of a place, or of the one after it. */
    int firstOf(int place) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (columns[PLACE][middle] < place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** How a row compares with a line. */
    int compare(int row, CodedLine line) {
        int order = Integer.compare(columns[PLACE][row], line.place());
        if (order == 0) {
            order = Long.compare(high[row], line.id().getMostSignificantBits());
        }
        if (order == 0) {
            order = Long.compare(low[row], line.id().getLeastSignificantBits());
        }
        return order == 0 ? Integer.compare(columns[FROM][row], line.columns()[FROM]) : order;
    }

    long[] high() {
        return high;
    }

    long[] low() {
        return low;
    }

    long[] records() {
        return record;
    }

    int[] column(int number) {
        return columns[number];
    }
}
