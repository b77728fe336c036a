package org.qibroker.catalog.imports.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads delimited text (RFC 4180, or with semicolons or tabs as some spreadsheets write). */
final class CsvTable implements Table {
    /** More than any cell may hold, so that such a cell is named; a quotation mark left open swallows more. */
    private static final int LONGEST_CELL = 1 << 22;

    private final TextEncoding encoding;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Deque<TableRow> ahead = new ArrayDeque<>();
    private int number;
    private boolean ended;

    private CsvTable(TextEncoding encoding, CsvReader<CsvRecord> reader) {
        this.encoding = encoding;
        this.reader = reader;
        this.records = reader.iterator();
        while (ahead.size() < HEAD && !ended) {
            TableRow row = read();
            if (row != null) {
                ahead.add(row);
            }
        }
    }

    static CsvTable open(Path file, @Nullable Encoding stated) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, stated);
        try {
            return new CsvTable(
                    encoding,
                    CsvReader.builder()
                            .fieldSeparator(Separator.of(encoding, file))
                            .skipEmptyLines(false)
                            .acceptCharsAfterQuotes(false)
                            .maxBufferSize(LONGEST_CELL)
                            .ofCsvRecord(new EndedText(encoding.reader(file))));
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("encoding-broken", encoding.encoding().label(), 1);
        }
    }

    @Override
    public @Nullable TableRow next() {
        return ahead.isEmpty() ? read() : ahead.poll();
    }

    @Override
    public List<TableRow> head() {
        return new ArrayList<>(ahead);
    }

    @Override
    public Encoding encoding() {
        return encoding.encoding();
    }

    @Override
    public boolean encodingDoubtful() {
        return encoding.doubtful();
    }

    /** The next row that is not blank. */
    private @Nullable TableRow read() {
        while (!ended) {
            List<String> fields = fields();
            ended = fields.size() == 1 && fields.get(0).equals(EndedText.END);
            TableRow row = new TableRow(0, number, fields);
            if (!ended && !row.blank()) {
                return row;
            }
        }
        return null;
    }

    /** The next record. One that runs into the end, or is longer than any may be, is within an open quotation. */
    private List<String> fields() {
        number++;
        try {
            List<String> fields =
                    records.hasNext() ? records.next().getFields() : List.of(EndedText.END, EndedText.END);
            if (fields.size() > MOST_COLUMNS) {
                throw new UnreadableFile("too-many-columns", number, MOST_COLUMNS);
            }
            String last = fields.get(fields.size() - 1);
            if (last.endsWith(EndedText.END) && (fields.size() > 1 || last.length() > EndedText.END.length())) {
                throw new UnreadableFile("csv-quote-open", number);
            }
            return fields;
        } catch (CsvParseException e) {
            boolean tooLong = String.valueOf(e.getMessage()).contains("buffer");
            throw new UnreadableFile(tooLong ? "csv-quote-open" : "csv-malformed", number);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UnreadableFile("encoding-broken", encoding.encoding().label(), number);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
