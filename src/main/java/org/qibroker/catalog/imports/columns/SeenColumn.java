package org.qibroker.catalog.imports.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.imports.table.TableRow;

/**
 * A heading of a file, with what it is taken for and some of what stands under it.
 *
 * @param column key of the column it is taken for, absent where it is passed over
 * @param samples the first few different cells
 */
public record SeenColumn(String heading, @Nullable String column, State state, List<String> samples) {
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 80;

    /** How it is known what a heading means. */
    public enum State {
        /** By its name. */
        KNOWN,
        /** The provider has said so. */
        REMEMBERED,
        /** A word in it says so, which may be wrong. */
        ASSUMED,
        /** Not at all. */
        UNKNOWN
    }

    /** The headings of a file, each once. Blocks. */
    static List<SeenColumn> of(Path file, Table.Kind kind, ColumnMapping mapping) throws IOException {
        Map<Integer, List<TableRow>> sheets = new LinkedHashMap<>();
        try (Table table = Table.open(file, kind)) {
            table.head().forEach(row -> sheets.computeIfAbsent(row.sheet(), s -> new ArrayList<>())
                    .add(row));
        }
        Map<String, SeenColumn> seen = new LinkedHashMap<>();
        boolean found = sheets.values().stream()
                .anyMatch(head -> Header.find(head, mapping).isPresent());
        for (List<TableRow> head : sheets.values()) {
            Optional<Header> header = Header.find(head, mapping);
            if (header.isPresent() || !found) {
                enter(seen, header.orElseGet(() -> Header.at(head, 0)), head, mapping);
                found = true;
            }
        }
        return List.copyOf(seen.values());
    }

    private static void enter(Map<String, SeenColumn> seen, Header header, List<TableRow> head, ColumnMapping mapping) {
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.names().get(i);
            int column = i;
            List<String> samples = head.stream()
                    .filter(row -> row.number() > header.last())
                    .map(row -> row.cell(column).strip())
                    .filter(cell -> !cell.isEmpty())
                    .map(cell -> cell.substring(0, Math.min(LONGEST_SAMPLE, cell.length())))
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
            if (!name.isBlank()) {
                seen.putIfAbsent(name, of(name, mapping, samples));
            }
        }
    }

    private static SeenColumn of(String name, ColumnMapping mapping, List<String> samples) {
        ColumnNames.Guess guess = mapping.of(name);
        Column column = guess.column();
        State state = mapping.knows(name)
                ? State.REMEMBERED
                : guess.sure() ? State.KNOWN : column == null ? State.UNKNOWN : State.ASSUMED;
        return new SeenColumn(name, column == null ? null : column.key(), state, samples);
    }

    /** Whether somebody should look at it. */
    public boolean doubtful() {
        return state == State.ASSUMED || state == State.UNKNOWN;
    }
}
