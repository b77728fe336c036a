package org.qibroker.catalog.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart: its rows by column, and what its header left open.
 *
 * @param findings about the file as a whole and its header
 */
record Sheet(List<SheetRow> rows, List<Finding> findings) {

    /**
     * One row.
     *
     * @param number its place in the file, the header being row 1
     * @param cells what stands in known columns, blanks around it removed; blank cells are absent
     * @param written every cell by the heading of its column, as written
     */
    record SheetRow(int number, Map<Column, String> cells, Map<String, String> written) {
        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The columns of a file, in its order; what is not known, or is there twice, is a finding. */
    static List<Heading> headings(List<String> names, List<Finding> findings) {
        Map<Column, String> seen = new EnumMap<>(Column.class);
        List<Heading> headings = new ArrayList<>();
        for (String name : names) {
            Column column = Column.named(name).orElse(null);
            if (column == null) {
                findings.add(new Finding(1, name, Finding.Severity.WARNING, "unknown-column", List.of(name), null));
            } else if (seen.putIfAbsent(column, name) != null) {
                findings.add(new Finding(1, name, Finding.Severity.WARNING, "column-twice", List.of(name), null));
                column = null;
            }
            headings.add(new Heading(name, column));
        }
        for (Column column : Column.values()) {
            if (column.required() && !seen.containsKey(column)) {
                findings.add(Finding.error(1, column, "column-missing", null, column.chinese() + " / " + column.key()));
            }
        }
        return headings;
    }

    /** Whether the header lacks a column without which no row can be read. */
    boolean unusable() {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }

    /** A column as the file names it, and what it is. */
    record Heading(String name, @Nullable Column column) {}
}
