package org.qibroker.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.qibroker.catalog.imports.exports.Apostrophe;
import org.qibroker.platform.http.ApiReply;

/** A ledger as a file for a spreadsheet, which an import takes again. */
final class LedgerFile {
    private static final String TYPE = "text/csv; charset=utf-8";
    private static final char MARK = '\uFEFF';

    private LedgerFile() {}

    /** All instruments with what is said of them; none for the headings alone. */
    static ApiReply of(String name, List<Instrument> instruments) {
        StringWriter text = new StringWriter().append(MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(Arrays.stream(Column.values()).map(Column::heading).toList());
        for (Instrument instrument : instruments) {
            InstrumentDraft said = instrument.draft();
            csv.writeRecord(Arrays.stream(Column.values())
                    .map(column -> Apostrophe.before(column.cell(said)))
                    .toList());
        }
        Buffer content = Buffer.buffer(text.toString());
        return ApiReply.file(TYPE, name, to -> to.write(content).compose(done -> Future.succeededFuture()));
    }
}
