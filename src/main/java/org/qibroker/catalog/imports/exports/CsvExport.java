package org.qibroker.catalog.imports.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.buffer.Buffer;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;

/** Comma-separated values, UTF-8 (RFC 4180). */
public final class CsvExport implements ExportFile {
    /** Its media type. */
    public static final String TYPE = "text/csv; charset=utf-8";

    private static final char MARK = '\uFEFF';

    private final ScopeFile.Dialect dialect;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;

    /** For a spreadsheet with byte order mark, and safe: nothing in it is a formula. */
    CsvExport(ScopeFile.Dialect dialect, char separator) {
        this.dialect = dialect;
        this.csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        if (dialect == ScopeFile.Dialect.SPREADSHEET) {
            text.append(MARK);
        }
    }

    /** For a spreadsheet. */
    public static CsvExport forSpreadsheets() {
        return new CsvExport(ScopeFile.Dialect.SPREADSHEET, ',');
    }

    @Override
    public void add(List<? extends List<?>> rows) {
        rows.forEach(row -> csv.writeRecord(row.stream().map(this::cell).toList()));
    }

    private String cell(Object cell) {
        String said = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
        boolean formula = cell instanceof String && dialect == ScopeFile.Dialect.SPREADSHEET;
        return formula ? Apostrophe.before(said) : said;
    }

    @Override
    public void end() {
        // a text has no end of its own
    }

    @Override
    public Buffer taken() {
        Buffer taken = Buffer.buffer(text.toString());
        text.getBuffer().setLength(0);
        return taken;
    }
}
