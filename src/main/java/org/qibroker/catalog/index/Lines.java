package org.qibroker.catalog.index;

import java.util.UUID;

/**
 * Some lines of one subject as columns, ordered by place, id and first day; the numbers are those of {@link Parts}.
 * Immutable.
 */
public final class Lines {
    /** Whose it is and where. */
    public static final int PLACE = 0;
    /** The service. */
    public static final int SERVICE = 1;
    /** Quantity and range. */
    public static final int RANGE = 2;
    /** The uncertainty. */
    public static final int UNCERTAINTY = 3;
    /** The methods. */
    public static final int METHODS = 4;
    /** The conditions. */
    public static final int CONDITIONS = 5;
    /** The limitation; −1 if there is none. */
    public static final int LIMITATION = 6;
    /** The marks. */
    public static final int MARKS = 7;
    /** The price. */
    public static final int PRICE = 8;
    /** The other terms. */
    public static final int TERMS = 9;
    /** The first day, counted from 1970. */
    public static final int FROM = 10;
    /** The last day; the largest number there is if no end is known. */
    public static final int TO = 11;

    static final int COLUMNS = 12;

    private final long[] high;
    private final long[] low;
    private final long[] record;
    private final Column[] columns;

    Lines(long[] high, long[] low, long[] record, Column[] columns) {
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
        return columns[PLACE].get(row);
    }

    /** Number of the service. */
    public int service(int row) {
        return columns[SERVICE].get(row);
    }

    /** Number of quantity and range. */
    public int range(int row) {
        return columns[RANGE].get(row);
    }

    /** Number of the uncertainty. */
    public int uncertainty(int row) {
        return columns[UNCERTAINTY].get(row);
    }

    /** Number of the methods. */
    public int methods(int row) {
        return columns[METHODS].get(row);
    }

    /** Number of the conditions. */
    public int conditions(int row) {
        return columns[CONDITIONS].get(row);
    }

    /** Number of the limitation; −1 if there is none. */
    public int limitation(int row) {
        return columns[LIMITATION].get(row);
    }

    /** Number of the marks. */
    public int marks(int row) {
        return columns[MARKS].get(row);
    }

    /** Number of the price. */
    public int price(int row) {
        return columns[PRICE].get(row);
    }

    /** Number of the other terms. */
    public int terms(int row) {
        return columns[TERMS].get(row);
    }

    /** The first day it holds, counted from 1970. */
    public int from(int row) {
        return columns[FROM].get(row);
    }

    /** The last day it holds; the largest number there is if no end is known. */
    public int to(int row) {
        return columns[TO].get(row);
    }

    /** Whether the line holds on a day counted from 1970. */
    public boolean holds(int row, int day) {
        return columns[FROM].get(row) <= day && day <= columns[TO].get(row);
    }

    /** Whether a row has the id. */
    boolean is(int row, UUID id) {
        return low[row] == id.getLeastSignificantBits() && high[row] == id.getMostSignificantBits();
    }

    /** How the id of a row compares with that of another row, as {@link UUID#compareTo} has it. */
    public int compareId(int row, Lines lines, int other) {
        int order = Long.compare(high[row], lines.high[other]);
        return order == 0 ? Long.compare(low[row], lines.low[other]) : order;
    }

    /** How the id of a row compares with another, as {@link UUID#compareTo} has it. */
    public int compareId(int row, UUID id) {
        int order = Long.compare(high[row], id.getMostSignificantBits());
        return order == 0 ? Long.compare(low[row], id.getLeastSignificantBits()) : order;
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
            if (columns[PLACE].get(middle) < place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** How a row compares with a line. */
    int compare(int row, CodedLine line) {
        int order = Integer.compare(columns[PLACE].get(row), line.place());
        if (order == 0) {
            order = compareId(row, line.id());
        }
        return order == 0 ? Integer.compare(columns[FROM].get(row), line.columns()[FROM]) : order;
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

    /** One column, by the constants of this class. */
    public Column column(int number) {
        return columns[number];
    }
}
