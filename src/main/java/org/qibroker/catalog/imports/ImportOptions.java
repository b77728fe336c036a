package org.qibroker.catalog.imports;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.shared.Family;

/**
 * How a file is to be taken.
 *
 * @param mode whether lines that are not in the file end
 * @param onError what one rejected row means for the others
 * @param confirm whether the lines wait for a confirmation
 * @param dryRun whether only to report
 * @param effectiveFrom first day of lines that name none, today where absent
 * @param family of all lines of a file that has no column for it, absent where nobody says so
 * @param encoding how the characters of a text file are written, absent where that has to be found out
 */
public record ImportOptions(
        Format format,
        ScopeOffer.Mode mode,
        OnError onError,
        boolean confirm,
        boolean dryRun,
        @Nullable LocalDate effectiveFrom,
        @Nullable Family family,
        @Nullable Encoding encoding) {

    /** A file of that name, whose lines are added as far as they can be; its ending tells what it is. */
    public static ImportOptions usual(@Nullable String fileName) {
        return new ImportOptions(
                Format.ofName(fileName), ScopeOffer.Mode.ADD, OnError.ACCEPT_GOOD, false, false, null, null, null);
    }

    /** What a file is. */
    public enum Format {
        /** Delimited text. */
        CSV(Table.Kind.TEXT),
        /** Workbook of a spreadsheet, Office Open XML. */
        XLSX(Table.Kind.WORKBOOK),
        /** {@code {"lines": […]}}, or capabilities of the key comparison database. */
        JSON(Table.Kind.JSON);

        private final Table.Kind kind;

        Format(Table.Kind kind) {
            this.kind = kind;
        }

        public Table.Kind kind() {
            return kind;
        }

        /** What a file of that name is; delimited text unless its ending says otherwise. */
        static Format ofName(@Nullable String fileName) {
            String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
            return name.matches(".*\\.(xlsx|xlsm|xls|et)") ? XLSX : name.endsWith(".json") ? JSON : CSV;
        }
    }

    /** What one rejected row means for the others. */
    public enum OnError {
        /** The others are published. */
        ACCEPT_GOOD,
        /** None is published. */
        ALL_OR_NOTHING
    }

    /** The same, only to report. */
    public ImportOptions asDryRun() {
        return new ImportOptions(format, mode, onError, confirm, true, effectiveFrom, family, encoding);
    }

    /** The same, waiting for a confirmation. */
    public ImportOptions waiting() {
        return new ImportOptions(format, mode, onError, true, dryRun, effectiveFrom, family, encoding);
    }

    /** The same, of lines of a family. */
    public ImportOptions of(@Nullable Family stated) {
        return new ImportOptions(format, mode, onError, confirm, dryRun, effectiveFrom, stated, encoding);
    }

    /** The same, of text that is written so. */
    public ImportOptions in(Encoding stated) {
        return new ImportOptions(format, mode, onError, confirm, dryRun, effectiveFrom, family, stated);
    }
}
