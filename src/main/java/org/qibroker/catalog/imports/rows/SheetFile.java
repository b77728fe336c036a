package org.qibroker.catalog.imports.rows;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.imports.table.UnreadableFile;

/**
 * A file to be taken apart. It lies on the disk of this node, so that a reader may go through it more than once.
 *
 * @param encoding how its characters are written, absent where that has to be found out
 * @param columns what its headings mean where their names do not say it
 */
public record SheetFile(Path path, ImportOptions.Format format, @Nullable Encoding encoding, ColumnMapping columns) {

    /** A file that tells itself how its characters are written. */
    public SheetFile(Path path, ImportOptions.Format format, ColumnMapping columns) {
        this(path, format, null, columns);
    }

    /**
     * Begins to read it.
     *
     * @throws UnreadableFile if it is not of its format, or has no header
     * @throws IOException if the disk does not give it
     */
    public Sheet open() throws IOException {
        return TableSheet.of(Table.open(path, format.kind(), encoding), columns);
    }
}
