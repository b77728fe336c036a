package org.qibroker.catalog.imports.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.imports.table.UnreadableFile;

/** The file somebody sent, its rows as they were, with what is to be said about each in one column more. Blocks. */
final class RemarksFile {
    /** What the column is called; an import passes over it. */
    static final String HEADING = "导入备注 / Import remarks";

    private static final int PART = 1_000;

    private final NavigableMap<Integer, String> remarks;
    private final ExportFile file;
    private final OutputStream to;
    private final List<List<String>> part = new ArrayList<>();

    /**
     * Begins such a file.
     *
     * @param remarks by the number of the row
     */
    RemarksFile(NavigableMap<Integer, String> remarks, ExportFile file, OutputStream to) {
        this.remarks = remarks;
        this.file = file;
        this.to = to;
    }

    /** Writes all of it; behind a place that cannot be read stands what was found about it. */
    void write(Path original, ImportOptions options) throws IOException {
        @Nullable TableRow before = null;
        try (Table table = Table.open(original, options.format().kind(), options.encoding())) {
            int widest = 0;
            for (TableRow row : table.head()) {
                widest = Math.max(widest, row.cells().size());
            }
            for (TableRow row = table.next(); row != null; row = table.next()) {
                blanks(before, row);
                add(row, widest, before == null);
                before = row;
            }
        } catch (UnreadableFile broken) {
            if (before == null) {
                part.add(List.of(HEADING));
            }
            remarks.tailMap(before == null ? 1 : before.place() + 1)
                    .values()
                    .forEach(remark -> part.add(List.of(remark)));
        }
        file.add(part);
        file.end();
        to.write(file.taken().getBytes());
    }

    /** Blank rows are rows too: each stays where it was. */
    private void blanks(@Nullable TableRow before, TableRow row) {
        int from = before == null || before.sheet() != row.sheet() ? 1 : before.number() + 1;
        for (int number = from; number < row.number() && number < from + PART; number++) {
            part.add(List.of());
        }
    }

    private void add(TableRow row, int widest, boolean first) throws IOException {
        String remark = remarks.getOrDefault(Math.max(1, row.place()), "");
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < widest) {
            cells.add("");
        }
        cells.add(first ? (remark.isEmpty() ? HEADING : HEADING + "\n" + remark) : remark);
        part.add(cells);
        if (part.size() >= PART) {
            file.add(part);
            to.write(file.taken().getBytes());
            part.clear();
        }
    }
}
