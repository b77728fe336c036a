package org.qibroker.catalog.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns being written, row after row in their order. */
final class LinesWriter {
    /** So many lines at most are copied when one of them changes. */
    static final int MOST = 1024;

    private final long[] high;
    private final long[] low;
    private final long[] record;
    private final int[][] columns;
    private int size;

    LinesWriter(int capacity) {
        high = new long[capacity];
        low = new long[capacity];
        record = new long[capacity];
        columns = new int[Lines.COLUMNS][capacity];
    }

    void add(CodedLine line) {
        high[size] = line.id().getMostSignificantBits();
        low[size] = line.id().getLeastSignificantBits();
        record[size] = line.record();
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = line.columns()[i];
        }
        size++;
    }

    /** Takes over rows {@code from} to {@code to}, the last not included. */
    void copy(Lines lines, int from, int to) {
        int count = to - from;
        System.arraycopy(lines.high(), from, high, size, count);
        System.arraycopy(lines.low(), from, low, size, count);
        System.arraycopy(lines.records(), from, record, size, count);
        for (int i = 0; i < columns.length; i++) {
            copy(lines.column(i), from, columns[i], count);
        }
        size += count;
    }

    private void copy(Column column, int from, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[size + i] = column.get(from + i);
        }
    }

    /** What was written, in equal parts none of which is too long. */
    List<Lines> parts() {
        int count = (size + MOST - 1) / MOST;
        List<Lines> parts = new ArrayList<>(count);
        ColumnWriter writer = new ColumnWriter();
        for (int i = 0; i < count; i++) {
            parts.add(part((int) ((long) size * i / count), (int) ((long) size * (i + 1) / count), writer));
        }
        return parts;
    }

    private Lines part(int from, int to, ColumnWriter writer) {
        Column[] own = new Column[columns.length];
        for (int i = 0; i < columns.length; i++) {
            own[i] = writer.column(columns[i], from, to);
        }
        return new Lines(
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(record, from, to),
                own);
    }
}
