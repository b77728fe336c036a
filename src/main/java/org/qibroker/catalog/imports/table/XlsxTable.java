package org.qibroker.catalog.imports.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks (ECMA-376), one sheet after the other; hidden ones are not for readers. Reads each sheet twice, for
 * what is merged stands behind the rows.
 */
final class XlsxTable implements Table {
    private final XlsxParts parts;
    private final XlsxStrings strings = new XlsxStrings();
    private final XlsxFormats formats = new XlsxFormats();
    private final XlsxWorkbook.Sheets sheets;
    private final List<List<XlsxMerge>> merges = new ArrayList<>();
    private final List<TableRow> head = new ArrayList<>();
    private @Nullable XlsxXml open;
    private @Nullable XlsxRows rows;
    private XlsxFill fill = new XlsxFill(List.of());
    private int sheet = -1;

    private XlsxTable(XlsxParts parts) {
        this.parts = parts;
        this.sheets = XlsxWorkbook.read(parts, strings, formats);
        for (int i = 0; i < sheets.entries().size(); i++) {
            lookAt(i);
        }
    }

    static Table open(Path file, FileSignature signature) throws IOException {
        switch (signature) {
            case OLD_WORKBOOK -> throw new UnreadableFile("xls-old");
            case ENCRYPTED -> throw new UnreadableFile("xlsx-password");
            case OTHER -> throw new UnreadableFile(Files.size(file) == 0 ? "file-empty" : "xlsx-not");
            default -> {}
        }
        XlsxParts parts = XlsxParts.open(file);
        try {
            return new XlsxTable(parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** The first rows of a sheet, as they are with its merges, and the merges. */
    private void lookAt(int index) {
        List<TableRow> first = new ArrayList<>();
        try (XlsxXml xml = parts.xml(sheets.entries().get(index))) {
            XlsxRows all = new XlsxRows(xml, strings, formats, index);
            for (TableRow row = all.next(); row != null; row = all.next()) {
                if (first.size() < HEAD) {
                    first.add(row);
                }
            }
            merges.add(all.merges());
        }
        XlsxFill filled = new XlsxFill(merges.get(index));
        first.forEach(row -> head.add(filled.of(row)));
    }

    @Override
    public @Nullable TableRow next() {
        while (sheet < sheets.entries().size()) {
            TableRow row = rows == null ? null : rows.next();
            if (row != null) {
                return fill.of(row);
            }
            nextSheet();
        }
        return null;
    }

    private void nextSheet() {
        close(open);
        sheet++;
        if (sheet < sheets.entries().size()) {
            XlsxXml xml = parts.xml(sheets.entries().get(sheet));
            open = xml;
            rows = new XlsxRows(xml, strings, formats, sheet);
            fill = new XlsxFill(merges.get(sheet));
        } else {
            open = null;
            rows = null;
        }
    }

    @Override
    public List<TableRow> head() {
        return head;
    }

    @Override
    public List<String> sheets() {
        return sheets.names();
    }

    @Override
    public List<String> hidden() {
        return sheets.hidden();
    }

    @Override
    public void close() {
        close(open);
        parts.close();
    }

    private static void close(@Nullable XlsxXml xml) {
        if (xml != null) {
            xml.close();
        }
    }
}
