package org.qibroker.catalog.imports.rows;

import java.io.IOException;
import java.nio.file.Path;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.table.UnreadableFile;

/**
 * A file to be taken apart. It lies on the disk of this node, so that a reader may go through it more than once.
 *
 * @param columns what its headings mean where their names do not say it
 */
public record SheetFile(Path path, ImportOptions.Format format, ColumnMapping columns) {
    /**
     * Begins to read it.
     *
     * @throws UnreadableFile if it is not of its format, or has no header
     * @throws IOException if the disk does not give it
     */
    public Sheet open() throws IOException {
        return TableSheet.open(path, format.kind(), columns);
    }
}
