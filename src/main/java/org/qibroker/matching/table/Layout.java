package org.qibroker.matching.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.qibroker.matching.table.Heading.Kind;

/**
 * Which column holds what, and where the rows begin.
 *
 * @param first index of the first row below the headings
 */
record Layout(List<Heading> columns, int first) {
    private static final int LOOKED_AT = 50;
    private static final int TITLES = 10;
    private static final double MOST = 0.6;

    /** The layout that the headings say; where there are none, the one that the cells suggest. */
    static Layout of(List<List<String>> rows, CellReader cells) {
        return headed(rows).orElseGet(() -> guessed(rows, cells));
    }

    /** The first row near the top of which most cells are headings, one of them that of the subject. */
    private static Optional<Layout> headed(List<List<String>> rows) {
        for (int i = 0; i < Math.min(TITLES, rows.size()); i++) {
            List<Heading> columns = new ArrayList<>();
            Set<Kind> seen = EnumSet.noneOf(Kind.class);
            int filled = 0;
            int known = 0;
            for (String cell : rows.get(i)) {
                Optional<Heading> heading = Heading.read(cell);
                filled += cell.isEmpty() ? 0 : 1;
                known += heading.isPresent() ? 1 : 0;
                boolean again = heading.isPresent() && !seen.add(heading.get().kind());
                columns.add(heading.filter(h -> !again).orElse(new Heading(Kind.OTHER, cell, null)));
            }
            if (seen.contains(Kind.SUBJECT) && known * 2 > filled) {
                return Optional.of(new Layout(columns, i + 1));
            }
        }
        return Optional.empty();
    }

    private static Layout guessed(List<List<String>> rows, CellReader cells) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        List<Heading> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            Kind kind = kind(column(rows, column), seen, cells);
            seen.add(kind);
            columns.add(Heading.of(kind));
        }
        return new Layout(columns, 0);
    }

    private static List<String> column(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isEmpty())
                .limit(LOOKED_AT)
                .map(row -> row.get(column))
                .toList();
    }

    private static Kind kind(List<String> column, Set<Kind> seen, CellReader cells) {
        if (column.isEmpty() || (!seen.contains(Kind.SUBJECT) && counts(column))) {
            return Kind.IGNORED;
        }
        if (free(Kind.METHOD, seen) && most(column, cell -> cells.methods(cell).isPresent())) {
            return Kind.METHOD;
        }
        if (free(Kind.MARK, seen) && most(column, cell -> cells.marks(cell).isPresent())) {
            return Kind.MARK;
        }
        if (free(Kind.PIECES, seen) && most(column, cell -> cells.pieces(cell).isPresent())) {
            return Kind.PIECES;
        }
        if (free(Kind.UNCERTAINTY, seen)
                && most(column, cell -> cells.precision(cell, null, false).isPresent())) {
            return Kind.UNCERTAINTY;
        }
        if (free(Kind.RANGE, seen)
                && most(column, cell -> cells.range(cell, null).isPresent())) {
            return Kind.RANGE;
        }
        return free(Kind.SUBJECT, seen) ? Kind.SUBJECT : free(Kind.PARAMETER, seen) ? Kind.PARAMETER : Kind.OTHER;
    }

    private static boolean free(Kind kind, Set<Kind> seen) {
        return !seen.contains(kind);
    }

    private static boolean most(List<String> column, Predicate<String> fits) {
        return column.stream().filter(fits).count() >= MOST * column.size();
    }

    /** Whether the column numbers the rows: 1, 2, 3 … */
    private static boolean counts(List<String> column) {
        for (int i = 0; i < column.size(); i++) {
            if (!column.get(i).matches("0*" + (i + 1) + "\\.?")) {
                return false;
            }
        }
        return true;
    }
}
