package org.qibroker.catalog.imports.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that are one cell: what stands in the first holds for all rows below it.
 *
 * @param top first row, from 1
 * @param bottom last row
 * @param column first column, from 0
 */
record XlsxMerge(int top, int bottom, int column) {
    /** More than any sheet that people made. */
    static final int MOST = 200_000;

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})\\d{0,7}");

    static Optional<XlsxMerge> of(String range) {
        Matcher cells = RANGE.matcher(range);
        return cells.matches()
                ? Optional.of(new XlsxMerge(
                        Integer.parseInt(cells.group(2)), Integer.parseInt(cells.group(4)), number(cells.group(1))))
                : Optional.empty();
    }

    /** The column of a cell such as {@code AB12} from 0; -1 if that is none. */
    static int column(String cell) {
        Matcher name = CELL.matcher(cell);
        return name.matches() ? number(name.group(1)) : -1;
    }

    private static int number(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * 26 + letters.charAt(i) - 'A' + 1;
        }
        return number - 1;
    }
}
