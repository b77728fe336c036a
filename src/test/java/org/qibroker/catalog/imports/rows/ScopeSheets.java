package org.qibroker.catalog.imports.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.imports.table.Encoding;

/** Scope files made and read by tests. */
public record ScopeSheets(Sheet sheet, List<SheetRow> rows) {
    static ScopeSheets read(String text, ImportOptions.Format format) {
        return read(text.getBytes(StandardCharsets.UTF_8), format, ColumnMapping.NONE);
    }

    public static ScopeSheets read(byte[] content, ImportOptions.Format format, ColumnMapping mapping) {
        return read(content, path -> new SheetFile(path, format, mapping));
    }

    static ScopeSheets read(byte[] content, ImportOptions.Format format, Encoding encoding) {
        return read(content, path -> new SheetFile(path, format, encoding, ColumnMapping.NONE));
    }

    private static ScopeSheets read(byte[] content, Function<Path, SheetFile> as) {
        try {
            Path file = Files.createTempFile("scope", null);
            try {
                Files.write(file, content);
                return read(as.apply(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScopeSheets read(SheetFile file) throws IOException {
        try (Sheet sheet = file.open()) {
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
            return new ScopeSheets(sheet, rows);
        }
    }

    /** A workbook with these sheets. */
    @SafeVarargs
    static byte[] workbook(Consumer<Worksheet>... sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "tests", "1.0")) {
            for (int i = 0; i < sheets.length; i++) {
                sheets[i].accept(workbook.newWorksheet("表" + (i + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes rows of a sheet from a row on; cells are parted by a bar. */
    static void put(Worksheet sheet, int row, String... rows) {
        for (int r = 0; r < rows.length; r++) {
            String[] cells = rows[r].split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                if (!cells[c].isEmpty()) {
                    sheet.value(row + r, c, cells[c]);
                }
            }
        }
    }

    List<String> column(Column column) {
        return rows.stream().map(row -> row.cell(column)).toList();
    }

    List<String> codes() {
        List<Finding> all = new ArrayList<>(sheet.findings());
        rows.forEach(row -> all.addAll(row.findings()));
        return all.stream().map(Finding::code).toList();
    }
}
