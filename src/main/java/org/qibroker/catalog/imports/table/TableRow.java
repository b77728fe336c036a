package org.qibroker.catalog.imports.table;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param sheet the place of its sheet among {@link Table#sheets()}, 0 where there are none
 * @param number its place in the sheet from 1, blank rows counted
 * @param cells the texts of its columns, blank where there is nothing; without NUL
 */
public record TableRow(int sheet, int number, List<String> cells) {
    /** Whether no cell says anything. */
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The text in a column, blank beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
