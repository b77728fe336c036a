package org.qibroker.catalog.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180; semicolons and tabs too, as spreadsheets of some countries write), UTF-8 with
 * or without byte order mark, else GB18030.
 */
final class CsvSheet implements Sheet {
    /** More than any cell may hold, so that the cell is named; a quotation mark left open swallows more. */
    private static final int LONGEST_CELL = 1 << 20;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Heading> headings;
    private int number = 1;

    private CsvSheet(CsvReader<CsvRecord> csv, ColumnMapping columns) {
        this.csv = csv;
        this.records = csv.iterator();
        this.headings = columns.headings(nextFields(), findings);
    }

    /**
     * Reads the header.
     *
     * @throws UnreadableFile if the file is neither encoding or has no header
     */
    static Sheet open(Path file, ColumnMapping columns) throws IOException {
        TextFile text = TextFile.of(file);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text.reader("\r\n" + TextFile.END));
        return new CsvSheet(csv, columns);
    }

    @Override
    public List<Heading> headings() {
        return headings;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    /** The next row; one whose cells are all blank is none. */
    @Override
    public @Nullable SheetRow next() {
        List<String> fields = nextFields();
        for (number++; !ended(fields); number++) {
            if (!fields.stream().allMatch(String::isBlank)) {
                return row(fields);
            }
            fields = nextFields();
        }
        return null;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(List<String> fields) {
        return fields.size() == 1 && fields.get(0).equals(TextFile.END);
    }

    /** The next record; a file whose end is swallowed by a quotation mark never closed has none. */
    private List<String> nextFields() {
        try {
            if (!records.hasNext()) {
                throw new UnreadableFile("csv-quote-open");
            }
            return records.next().getFields();
        } catch (CsvParseException e) {
            boolean tooLong = String.valueOf(e.getMessage()).contains("buffer");
            throw new UnreadableFile(tooLong ? "csv-quote-open" : "csv-malformed");
        }
    }

    private SheetRow row(List<String> fields) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Map<String, String> written = new LinkedHashMap<>();
        List<Finding> beyond = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String value = plain(fields.get(i));
            Heading heading = i < headings.size() ? headings.get(i) : new Heading("#" + (i + 1), null);
            written.merge(heading.name(), value, (a, b) -> a + "\n" + b);
            if (heading.column() != null && !value.isBlank()) {
                cells.put(heading.column(), value.strip());
            }
            if (i >= headings.size() && !value.isBlank()) {
                beyond.add(new Finding(
                        number, heading.name(), Finding.Severity.WARNING, "cell-beyond-header", List.of(), value));
            }
        }
        return new SheetRow(number, cells, written, beyond);
    }

    /** Without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
    private static String plain(String field) {
        String value = field.indexOf('\0') < 0 ? field : field.replace("\0", "");
        boolean quoted = value.length() > 1 && value.charAt(0) == '\'' && "=+-@".indexOf(value.charAt(1)) >= 0;
        return quoted ? value.substring(1) : value;
    }

    /** The separator that the first line has most of. */
    private static char separator(TextFile text) throws IOException {
        String header = text.firstLine();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
