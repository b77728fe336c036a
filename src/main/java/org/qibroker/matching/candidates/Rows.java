package org.qibroker.matching.candidates;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some rows in an order; filled and emptied again and again. For one thread. */
final class Rows {
    private static final int FIRST = 16;
    /** So few are put in order one by one. */
    private static final int FEW = 24;

    private @Nullable Row[] rows = new Row[FIRST];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("NullAway") // those below the size are there
    Row get(int i) {
        return rows[i];
    }

    void add(Row row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    /** Adds one that begins to be filled: one that was here before the list was emptied, if there is one. */
    Row next(JudgedLines judged, int number, long group, KindAsked kind) {
        Row known = size == rows.length ? null : rows[size];
        Row row = known == null ? new Row(judged, kind) : known;
        row.begin(judged, number, group, kind);
        add(row);
        return row;
    }

    void clear() {
        size = 0;
    }

    /** Puts them in their order. */
    void sort() {
        if (size > FEW) {
            Arrays.sort(rows, 0, size, Row::compare);
            return;
        }
        for (int i = 1; i < size; i++) {
            Row row = get(i);
            int at = i;
            while (at > 0 && Row.compare(get(at - 1), row) > 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }
}
