package org.qibroker.catalog.imports.findings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.imports.table.UnreadableFile;

/**
 * Something about a file that its sender should know. The text is the message {@code catalog.finding.<code>}.
 *
 * @param sheet name of its sheet, absent where the file has none, or while the row is a place in the whole file
 * @param row row of the file or the sheet, the header being row 1; for JSON the place in the array from 1
 * @param column the column in the contract's English name, or as written where it is unknown; absent for a whole row
 * @param arguments what the text mentions
 * @param value the cell as it was, absent where there is none
 */
public record Finding(
        @Nullable String sheet,
        int row,
        @Nullable String column,
        Severity severity,
        String code,
        List<String> arguments,
        @Nullable String value) {

    /** How bad it is. */
    public enum Severity {
        /** The row is rejected. */
        ERROR,
        /** The row is taken; the cell is kept as text. */
        WARNING,
        /** Good to know. */
        INFO
    }

    /** The same as people say it, by sheet and row. */
    public Finding within(List<String> sheets) {
        TableRow.Spot spot = TableRow.Spot.of(row, sheets);
        return new Finding(spot.sheet(), spot.row(), column, severity, code, arguments, value);
    }

    /** The same of another row. */
    public Finding at(int other) {
        return new Finding(null, other, column, severity, code, arguments, value);
    }

    public static Finding error(int row, Column column, String code, @Nullable String value, String... arguments) {
        return new Finding(null, row, column.key(), Severity.ERROR, code, List.of(arguments), value);
    }

    public static Finding warning(int row, Column column, String code, @Nullable String value, String... arguments) {
        return new Finding(null, row, column.key(), Severity.WARNING, code, List.of(arguments), value);
    }

    public static Finding info(int row, Column column, String code, @Nullable String value, String... arguments) {
        return new Finding(null, row, column.key(), Severity.INFO, code, List.of(arguments), value);
    }

    /** What stands in the way of reading a file; its place is the first thing the text mentions, if it is a number. */
    public static Finding of(UnreadableFile file) {
        int row = file.arguments().stream()
                .filter(argument -> argument.matches("[1-9]\\d{0,8}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1);
        return new Finding(null, row, null, Severity.ERROR, file.code(), file.arguments(), null);
    }
}
