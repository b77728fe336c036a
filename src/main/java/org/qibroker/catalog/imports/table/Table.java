package org.qibroker.catalog.imports.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a file, in its order, each seen once. Not for several threads. */
public interface Table extends AutoCloseable {
    /** The most columns that a file may have. */
    int MOST_COLUMNS = 1000;

    /** How many rows that say anything are looked at of each sheet before it is read. */
    int HEAD = 60;

    /** What a file claims to be. */
    enum Kind {
        /** Delimited text. */
        TEXT,
        /** Office Open XML, as spreadsheets write it today. */
        WORKBOOK,
        /** Lines of a scope, or the reply of a search for calibration and measurement capabilities. */
        JSON
    }

    /**
     * Opens a file. A workbook that is called text is read as what it is.
     *
     * @throws UnreadableFile if it is not of its kind
     * @throws IOException if the disk does not give it
     */
    static Table open(Path file, Kind kind) throws IOException {
        return open(file, kind, null);
    }

    /**
     * Opens a file.
     *
     * @param stated how its characters are written if it is text, absent where that has to be found out
     * @throws UnreadableFile if it is not of its kind, or not written like that
     * @throws IOException if the disk does not give it
     */
    static Table open(Path file, Kind kind, @Nullable Encoding stated) throws IOException {
        FileSignature signature = FileSignature.of(file);
        if (kind == Kind.WORKBOOK || signature != FileSignature.OTHER) {
            return XlsxTable.open(file, signature);
        }
        return kind == Kind.JSON ? JsonTable.open(file) : CsvTable.open(file, stated);
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    TableRow next();

    /** The first rows of each sheet that are not blank; {@link #next} gives them too. */
    List<TableRow> head();

    /** Whether the first row is the header, and nothing stands above it. */
    default boolean headed() {
        return false;
    }

    /** Headings whose cells the format says to be no part of a scope, however useful they are to its owner. */
    default Set<String> beside() {
        return Set.of();
    }

    /** The names of its sheets in their order, empty where the file has no such names. */
    default List<String> sheets() {
        return List.of();
    }

    /** The names of sheets that nobody sees, and that are not read. */
    default List<String> hidden() {
        return List.of();
    }

    /** How its characters were read, absent where its format leaves no choice. */
    default @Nullable Encoding encoding() {
        return null;
    }

    /** Whether they may be written otherwise. */
    default boolean encodingDoubtful() {
        return false;
    }

    @Override
    void close();
}
