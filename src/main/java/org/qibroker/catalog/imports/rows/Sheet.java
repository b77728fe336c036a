package org.qibroker.catalog.imports.rows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.imports.table.UnreadableFile;

/**
 * A file taken apart, one row after the other: what it holds in memory does not grow with the number of rows. Belongs
 * to one thread.
 */
public interface Sheet extends AutoCloseable {
    /** The columns, complete before the first row. */
    List<Heading> headings();

    /** The names of the sheets that rows may be of, empty where the file has no such names. */
    List<String> sheets();

    /** How its characters were read, absent where its format leaves no choice. */
    @Nullable
    Encoding encoding();

    /** What was found about the file as a whole and its header. */
    List<Finding> findings();

    /**
     * The next row, absent after the last one.
     *
     * @throws UnreadableFile if the file cannot be read any further
     */
    @Nullable
    SheetRow next();

    @Override
    void close();

    /** Whether the header lacks a column without which no row can be read. */
    default boolean unusable() {
        return findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }

    /** A column as the file names it, and what it is, absent where that is not known or another column is it. */
    record Heading(String name, @Nullable Column column) {}

    /**
     * One row.
     *
     * @param number its {@link TableRow#place}, the header being row 1; for JSON the place in the array from 1
     * @param cells what stands in known columns, blanks around it removed; blank cells are absent
     * @param findings about the row itself, not about what its cells say
     */
    record SheetRow(int number, Map<Column, String> cells, List<Finding> findings) {
        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }
}
