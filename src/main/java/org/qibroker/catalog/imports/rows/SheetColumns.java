package org.qibroker.catalog.imports.rows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.columns.ColumnNames;
import org.qibroker.catalog.imports.columns.Header;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.Finding.Severity;
import org.qibroker.catalog.imports.rows.Sheet.Heading;
import org.qibroker.shared.Family;

/**
 * What the columns of one sheet are.
 *
 * @param headings as the sheet names them, in its order
 * @param units units that stand in headings, for cells that name none
 * @param said what holds for all rows, because the title or the words of the header say so
 * @param ordinals places of columns that number the rows
 */
record SheetColumns(
        List<Heading> headings, Map<Column, String> units, Map<Column, String> said, List<Integer> ordinals) {

    /**
     * Understands a header; whatever is doubtful, twice or missing about it is a finding.
     *
     * @param row where the header is, as findings name it
     * @param beside headings that are known to be no part of a scope
     */
    static SheetColumns of(Header header, ColumnMapping mapping, int row, Set<String> beside, List<Finding> findings) {
        Reader reader = new Reader(mapping, row, beside, findings);
        header.names().forEach(reader::take);
        Map<Column, String> said = new EnumMap<>(Column.class);
        if (!reader.seen.containsKey(Column.FAMILY)) {
            said.putAll(said(header, reader.seen.keySet(), mapping.family()));
        }
        reader.missing(said.keySet());
        if (said.containsKey(Column.FAMILY) && mapping.family() == null) {
            findings.add(Finding.info(row, Column.FAMILY, "family-assumed", null, said.get(Column.FAMILY)));
        }
        return new SheetColumns(reader.headings, reader.units, said, reader.ordinals);
    }

    /** What its sender says of all lines comes before what the words of the sheet make likely. */
    private static Map<Column, String> said(Header header, Set<Column> columns, @Nullable Family stated) {
        Map<Column, String> said = new EnumMap<>(Column.class);
        said.putAll(FamilyClue.of(header, columns));
        if (stated != null && !stated.name().equals(said.get(Column.FAMILY))) {
            said.clear();
            said.put(Column.FAMILY, stated.name());
        }
        said.keySet().removeAll(columns);
        return said;
    }

    /** Takes the headings one after the other. */
    private static final class Reader {
        private final ColumnMapping mapping;
        private final int row;
        private final Set<String> beside;
        private final List<Finding> findings;
        private final List<Heading> headings = new ArrayList<>();
        private final List<Integer> ordinals = new ArrayList<>();
        private final Map<Column, String> seen = new EnumMap<>(Column.class);
        private final Map<Column, String> units = new EnumMap<>(Column.class);

        Reader(ColumnMapping mapping, int row, Set<String> beside, List<Finding> findings) {
            this.mapping = mapping;
            this.row = row;
            this.beside = beside;
            this.findings = findings;
        }

        void take(String name) {
            if (name.isBlank()) {
                headings.add(new Heading("#" + (headings.size() + 1), null));
                return;
            }
            if (beside.contains(name) && !mapping.knows(name)) {
                headings.add(new Heading(name, null));
                return;
            }
            ColumnNames.Guess guess = mapping.of(name);
            if (guess.ordinal()) {
                ordinals.add(headings.size());
            }
            headings.add(new Heading(name, column(name, guess)));
        }

        private @Nullable Column column(String name, ColumnNames.Guess guess) {
            Column column = guess.column();
            if (column == null) {
                if (!guess.ordinal()) {
                    findings.add(new Finding(null, row, name, Severity.WARNING, "unknown-column", List.of(name), null));
                }
                return null;
            }
            if (seen.putIfAbsent(column, name) != null && !column.several()) {
                findings.add(new Finding(null, row, name, Severity.WARNING, "column-twice", List.of(name), null));
                return null;
            }
            if (!guess.sure()) {
                List<String> arguments = List.of(name, column.chinese() + " / " + column.key());
                findings.add(new Finding(null, row, name, Severity.WARNING, "column-assumed", arguments, null));
            }
            if (guess.unit() != null) {
                units.put(column, guess.unit());
            }
            return column;
        }

        void missing(Set<Column> said) {
            for (Column column : Column.values()) {
                if (column.required() && !seen.containsKey(column) && !said.contains(column)) {
                    findings.add(Finding.error(
                            row, column, "column-missing", null, column.chinese() + " / " + column.key()));
                }
            }
        }
    }
}
