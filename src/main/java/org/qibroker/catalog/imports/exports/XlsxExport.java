package org.qibroker.catalog.imports.exports;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook (ECMA-376), its cells being what they are; as many sheets as its rows need. */
public final class XlsxExport implements ExportFile {
    /** Its media type. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final String DAY = "yyyy-mm-dd";
    private static final int LONGEST_CELL = 32_767;
    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "QI Broker", "1.0");
    private final String name;
    private final List<String> header;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    /** Begins with the header, which each of its sheets has; the first is called so, those after it are numbered. */
    public XlsxExport(String name, List<String> header) {
        this.name = name;
        this.header = header;
        this.sheet = begun();
    }

    private Worksheet begun() {
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        this.row = 0;
        if (!header.isEmpty()) {
            begun.freezePane(0, 1);
            write(begun, header);
        }
        return begun;
    }

    @Override
    public void add(List<? extends List<?>> rows) {
        try {
            for (List<?> cells : rows) {
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

    private void write(Worksheet into, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(into, column, cells.get(column));
        }
        row++;
    }

    private void write(Worksheet into, int column, Object cell) {
        if (cell instanceof LocalDate day) {
            into.value(row, column, day);
            into.style(row, column).format(DAY).set();
        } else if (cell instanceof Number number) {
            into.value(row, column, number);
        } else if (!cell.toString().isEmpty()) {
            into.inlineString(row, column, written(cell.toString()));
        }
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
