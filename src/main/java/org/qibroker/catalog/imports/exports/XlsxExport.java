package org.qibroker.catalog.imports.exports;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook (ECMA-376) all of whose cells are texts; as many sheets as its rows need. */
final class XlsxExport implements ExportFile {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int LONGEST_CELL = 32_767;
    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "QI Broker", "1.0");
    private final List<String> header;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    /** Begins with the header, which each of its sheets has. */
    XlsxExport(List<String> header) {
        this.header = header;
        this.sheet = begun();
    }

    private Worksheet begun() {
        Worksheet begun = workbook.newWorksheet("scope " + sheets);
        this.row = 0;
        if (!header.isEmpty()) {
            begun.freezePane(0, 1);
            write(begun, header);
        }
        return begun;
    }

    @Override
    public void add(List<List<String>> rows) {
        try {
            for (List<String> cells : rows) {
                if (row == ROWS_OF_A_SHEET) {
                    sheet.finish();
                    sheets++;
                    sheet = begun();
                }
                write(sheet, cells);
            }
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Worksheet into, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                into.inlineString(row, column, written(cells.get(column)));
            }
        }
        row++;
    }

    /** As XML can hold it: other characters by their number, 22.9.2.19 of ECMA-376. */
    private static String written(String cell) {
        String whole = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
        String marked = Apostrophe.beforeMarked(whole);
        return UNWRITABLE
                .matcher(marked)
                .replaceAll(m -> Matcher.quoteReplacement(
                        "_x%04X_".formatted((int) m.group().charAt(0))));
    }

    @Override
    public void end() {
        try {
            sheet.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Buffer taken() {
        Buffer taken = Buffer.buffer(bytes.toByteArray());
        bytes.reset();
        return taken;
    }
}
