package org.qibroker.catalog.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** All lines of one subject, in parts of bounded length. Immutable; a change copies the parts it touches. */
public final class SubjectLines {
    static final SubjectLines EMPTY = new SubjectLines(List.of());

    private final Lines[] parts;
    private final int size;

    private SubjectLines(List<Lines> parts) {
        this.parts = parts.toArray(Lines[]::new);
        this.size = parts.stream().mapToInt(Lines::size).sum();
    }

    /** The lines of these parts, which follow each other in their order. */
    static SubjectLines of(List<Lines> parts) {
        return parts.isEmpty() ? EMPTY : new SubjectLines(parts);
    }

    /** How many lines. */
    public int size() {
        return size;
    }

    /** How many parts. */
    public int parts() {
        return parts.length;
    }

    /** One part; a place may begin in one and go on in the next. */
    public Lines part(int number) {
        return parts[number];
    }

    /** These lines without some and with others; a statement that is there already comes once. */
    SubjectLines change(List<CodedLine> removed, List<CodedLine> added) {
        List<CodedLine> gone = removed.stream().sorted(CodedLine.ORDER).toList();
        List<CodedLine> come = added.stream().sorted(CodedLine.ORDER).toList();
        List<Lines> next = new ArrayList<>();
        int g = 0;
        int c = 0;
        for (int i = 0; i < parts.length; i++) {
            int goneTo = i + 1 < parts.length ? before(parts[i + 1], gone, g) : gone.size();
            int comeTo = i + 1 < parts.length ? before(parts[i + 1], come, c) : come.size();
            next.addAll(merge(parts[i], gone.subList(g, goneTo), come.subList(c, comeTo)));
            g = goneTo;
            c = comeTo;
        }
        if (parts.length == 0) {
            next.addAll(written(come));
        }
        return of(next);
    }

    /** How many of the lines, from one on, come before a part. */
    private static int before(Lines part, List<CodedLine> lines, int from) {
        int to = from;
        while (to < lines.size() && part.compare(0, lines.get(to)) > 0) {
            to++;
        }
        return to;
    }

    private static List<Lines> written(List<CodedLine> lines) {
        LinesWriter writer = new LinesWriter(lines.size());
        lines.forEach(writer::add);
        return writer.parts();
    }

    private static List<Lines> merge(Lines part, List<CodedLine> gone, List<CodedLine> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return List.of(part);
        }
        BitSet left = new BitSet(part.size());
        gone.forEach(line -> mark(part, line, left));
        LinesWriter writer = new LinesWriter(part.size() + come.size());
        int at = 0;
        for (CodedLine line : come) {
            int place = part.placeOf(line);
            copy(part, at, place, left, writer);
            at = place;
            int same = find(part, line);
            if (same < 0 || left.get(same)) {
                writer.add(line);
            }
        }
        copy(part, at, part.size(), left, writer);
        return writer.parts();
    }

    private static void mark(Lines part, CodedLine line, BitSet left) {
        int row = find(part, line);
        if (row >= 0) {
            left.set(row);
        }
    }

    /** The row of a statement; −1 if it is not there. */
    private static int find(Lines part, CodedLine line) {
        int row = part.placeOf(line);
        while (row < part.size() && part.compare(row, line) == 0) {
            if (part.record(row) == line.record()) {
                return row;
            }
            row++;
        }
        return -1;
    }

    private static void copy(Lines part, int from, int to, BitSet left, LinesWriter writer) {
        int at = from;
        while (at < to) {
            int kept = left.nextClearBit(at);
            int end = left.nextSetBit(kept);
            int until = end < 0 ? to : Math.min(end, to);
            if (kept < until) {
                writer.copy(part, kept, until);
            }
            at = Math.max(kept, until);
        }
    }

    /** Calls for each row of a place. */
    void ofPlace(int place, RowVisitor visitor) {
        for (Lines part : parts) {
            if (part.place(part.size() - 1) >= place && part.place(0) <= place) {
                for (int row = part.firstOf(place); row < part.size() && part.place(row) == place; row++) {
                    visitor.visit(part, row);
                }
            }
        }
    }

    /** Takes rows. */
    public interface RowVisitor {
        /** One row. */
        void visit(Lines lines, int row);
    }
}
