package org.qibroker.ledger;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import org.qibroker.catalog.imports.exports.CsvExport;
import org.qibroker.catalog.imports.exports.ExportFile;
import org.qibroker.catalog.imports.exports.XlsxExport;
import org.qibroker.platform.http.ApiReply;

/** A ledger as a file for a spreadsheet, which an import takes again without a difference. */
enum LedgerFile {
    /** Delimited text. */
    CSV(CsvExport.TYPE),
    /** A workbook whose numbers and days are such. */
    XLSX(XlsxExport.TYPE);

    private final String type;

    LedgerFile(String type) {
        this.type = type;
    }

    /** All instruments with what is said of them; none for the headings alone. */
    ApiReply of(String name, List<InstrumentDraft> drafts, Vertx vertx) {
        return ApiReply.file(
                type, name, to -> vertx.executeBlocking(() -> written(drafts)).compose(to::write));
    }

    /** The file. Blocks for a moment. */
    Buffer written(List<InstrumentDraft> drafts) {
        List<String> header =
                Arrays.stream(Column.values()).map(Column::heading).toList();
        ExportFile file = begun(header);
        file.add(drafts.stream().map(LedgerFile::cells).toList());
        file.end();
        return file.taken();
    }

    private ExportFile begun(List<String> header) {
        if (this == XLSX) {
            return new XlsxExport("台账", header);
        }
        ExportFile text = CsvExport.forSpreadsheets();
        text.add(List.of(header));
        return text;
    }

    private static List<Object> cells(InstrumentDraft draft) {
        return Arrays.stream(Column.values()).map(column -> column.cell(draft)).toList();
    }
}
