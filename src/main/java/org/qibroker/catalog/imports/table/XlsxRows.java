package org.qibroker.catalog.imports.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, each cell as its text; then what is merged in it. */
final class XlsxRows {
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final XlsxXml xml;
    private final XlsxStrings strings;
    private final XlsxFormats formats;
    private final int sheet;
    private int number;
    private boolean ended;

    XlsxRows(XlsxXml xml, XlsxStrings strings, XlsxFormats formats, int sheet) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.sheet = sheet;
        for (String element = xml.nextElement(); !"sheetData".equals(element); element = xml.nextElement()) {
            if (element == null) {
                ended = true;
                return;
            }
        }
    }

    /** The next row that is not blank; null after the last. */
    @Nullable
    TableRow next() {
        while (!ended) {
            String element = xml.nextWithin("sheetData");
            ended = element == null;
            if ("row".equals(element)) {
                TableRow row = row();
                if (!row.blank()) {
                    return row;
                }
            }
        }
        return null;
    }

    /** What is merged; to be asked once the rows are through. */
    List<XlsxMerge> merges() {
        List<XlsxMerge> merges = new ArrayList<>();
        for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
            if (element.equals("mergeCell")) {
                XlsxMerge.of(xml.attribute("ref", "")).ifPresent(merges::add);
                if (merges.size() > XlsxMerge.MOST) {
                    throw new UnreadableFile("xlsx-too-large");
                }
            }
        }
        return merges;
    }

    private TableRow row() {
        number = Math.max(number + 1, integer(xml.attribute("r", "")));
        if (number > LAST_ROW) {
            throw new UnreadableFile("xlsx-too-large");
        }
        List<String> cells = new ArrayList<>();
        int column = -1;
        for (String element = xml.nextWithin("row"); element != null; element = xml.nextWithin("row")) {
            if (element.equals("c")) {
                int said = XlsxMerge.column(xml.attribute("r", ""));
                column = said < 0 ? column + 1 : said;
                put(cells, column, cell());
            }
        }
        return new TableRow(sheet, number, cells);
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void put(List<String> cells, int column, String text) {
        if (text.isBlank()) {
            return;
        }
        if (column >= LAST_COLUMN) {
            throw new UnreadableFile("xlsx-damaged");
        }
        if (column >= Table.MOST_COLUMNS) {
            throw new UnreadableFile("too-many-columns", number, Table.MOST_COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** The text of the cell that has just begun; a formula that was never worked out is shown itself. */
    private String cell() {
        String type = xml.attribute("t", "n");
        String style = xml.attribute("s", "");
        String value = "";
        String formula = "";
        for (String element = xml.nextWithin("c"); element != null; element = xml.nextWithin("c")) {
            switch (element) {
                case "v" -> value = xml.text();
                case "f" -> formula = xml.text();
                case "is" -> value = xml.richText("is");
                default -> xml.text();
            }
        }
        if (value.isEmpty()) {
            return formula.isEmpty() ? "" : "=" + formula;
        }
        return switch (type) {
            case "s" -> strings.text(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "n" -> formats.shown(value, style);
            default -> value;
        };
    }
}
