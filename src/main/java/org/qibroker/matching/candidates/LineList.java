package org.qibroker.matching.candidates;

import java.util.Arrays;
import java.util.Comparator;

/** Some lines in an order; filled and emptied again and again. For one thread. */
final class LineList {
    private static final int FIRST = 16;

    private Line[] lines = new Line[FIRST];
    private int size;

    int size() {
        return size;
    }

    Line get(int i) {
        return lines[i];
    }

    void add(Line line) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = line;
    }

    void clear() {
        size = 0;
    }

    /** Puts them in an order; those that are equal in it keep theirs. */
    void sort(Comparator<Line> order) {
        if (size > 1) {
            Arrays.sort(lines, 0, size, order);
        }
    }
}
