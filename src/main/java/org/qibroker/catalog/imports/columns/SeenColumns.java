package org.qibroker.catalog.imports.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.shared.Family;

/**
 * What the headings of a file are taken for.
 *
 * @param headed whether a row was found that looks like a header
 * @param family what its sender says of all its lines, absent where nothing is said
 * @param misread whether its characters may be written otherwise than they were read
 */
public record SeenColumns(List<SeenColumn> columns, boolean headed, @Nullable Family family, boolean misread) {
    /** Copies the list. */
    public SeenColumns {
        columns = List.copyOf(columns);
    }

    /** The headings of a file, each once. Blocks. */
    static SeenColumns of(Path file, ImportOptions options, ColumnMapping mapping) throws IOException {
        try (Table table = Table.open(file, options.format().kind(), options.encoding())) {
            return of(table, mapping);
        }
    }

    private static SeenColumns of(Table table, ColumnMapping mapping) {
        Map<Integer, List<TableRow>> sheets = new LinkedHashMap<>();
        table.head().forEach(row -> sheets.computeIfAbsent(row.sheet(), s -> new ArrayList<>())
                .add(row));
        Map<String, SeenColumn> seen = new LinkedHashMap<>();
        List<List<TableRow>> headed = sheets.values().stream()
                .filter(head -> table.headed() || Header.find(head, mapping).isPresent())
                .toList();
        Stream<List<TableRow>> read =
                headed.isEmpty() ? sheets.values().stream().limit(1) : headed.stream();
        read.forEach(head -> enter(seen, head, mapping));
        table.beside().stream().filter(name -> !mapping.knows(name)).forEach(seen::remove);
        return new SeenColumns(
                List.copyOf(seen.values()), !headed.isEmpty(), mapping.family(), table.encodingDoubtful());
    }

    private static void enter(Map<String, SeenColumn> seen, List<TableRow> head, ColumnMapping mapping) {
        Header header = Header.find(head, mapping).orElseGet(() -> Header.at(head, 0));
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.names().get(i);
            if (!name.isBlank()) {
                int place = i;
                SeenColumn column = SeenColumn.of(
                        name,
                        mapping,
                        head.stream()
                                .filter(row -> row.number() > header.last())
                                .map(row -> row.cell(place)));
                boolean twice = single(column).filter(key -> !taken.add(key)).isPresent();
                seen.merge(name, twice ? column.twice() : column, (before, again) -> twice ? again : before);
            }
        }
    }

    /** The key of a column of which a file may have only one. */
    private static Optional<String> single(SeenColumn seen) {
        return Optional.ofNullable(seen.column())
                .filter(key ->
                        Column.ofKey(key).filter(column -> !column.several()).isPresent());
    }

    /** Whether no column tells the family of a line. */
    public boolean withoutFamily() {
        return columns.stream().noneMatch(seen -> Column.FAMILY.key().equals(seen.column()));
    }

    /** What somebody should look at before anything is taken from the file, if anything. */
    public Doubt doubt() {
        return misread ? Doubt.ENCODING : doubtfulHeadings() ? Doubt.HEADINGS : Doubt.NONE;
    }

    /** What is doubtful about a file. */
    public enum Doubt {
        NONE,
        /** How its characters are written; then no heading can be told. */
        ENCODING,
        /** What its headings mean. */
        HEADINGS
    }

    private boolean doubtfulHeadings() {
        Set<String> known = columns.stream()
                .map(SeenColumn::column)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean complete = known.contains(Column.SUBJECT.key()) && known.contains(Column.PARAMETER.key());
        return !headed || !complete || columns.stream().anyMatch(SeenColumn::doubtful);
    }
}
