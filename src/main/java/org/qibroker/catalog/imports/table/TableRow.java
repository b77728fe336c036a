package org.qibroker.catalog.imports.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file.
 *
 * @param sheet the place of its sheet among {@link Table#sheets()}, 0 where there are none
 * @param number its place in the sheet from 1, blank rows counted
 * @param cells the texts of its columns, blank where there is nothing; without NUL
 */
public record TableRow(int sheet, int number, List<String> cells) {
    /** Rows of one sheet at most (ECMA-376 leaves it open; spreadsheets do not). */
    private static final int MOST_OF_A_SHEET = 1_048_576;

    /** Tells the row from all others of its file: rows of several sheets are numbered on. */
    public int place() {
        return place(sheet, number);
    }

    /** The place of a row of a sheet. */
    public static int place(int sheet, int number) {
        return sheet * MOST_OF_A_SHEET + number;
    }

    /**
     * Where a row stands, as people say it.
     *
     * @param sheet name of its sheet, absent where the file has none
     */
    public record Spot(@Nullable String sheet, int row) {
        /** The spot of a place. */
        public static Spot of(int place, List<String> sheets) {
            int sheet = (place - 1) / MOST_OF_A_SHEET;
            return place < 1 || sheet >= sheets.size()
                    ? new Spot(null, place)
                    : new Spot(sheets.get(sheet), place - sheet * MOST_OF_A_SHEET);
        }
    }

    /** Whether no cell says anything. */
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The text in a column, blank beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
