package org.qibroker.catalog.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibroker.catalog.imports.Sheet.Heading;
import org.qibroker.catalog.imports.Sheet.SheetRow;

/**
 * Reads comma-separated values (RFC 4180; semicolons and tabs too, as spreadsheets of some countries write), UTF-8 with
 * or without byte order mark, else GB18030.
 */
final class CsvSheet {
    private static final char MARK = '\uFEFF';
    private static final String END = "\0end of file";

    private CsvSheet() {}

    /**
     * Takes the file apart.
     *
     * @throws UnreadableFile if it is neither encoding, has no header or more rows than allowed
     */
    static Sheet read(byte[] file, int maxRows) {
        String text = decode(file);
        List<Finding> findings = new ArrayList<>();
        List<SheetRow> rows = new ArrayList<>();
        try {
            Iterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(false)
                    .ofCsvRecord(text + "\r\n" + END)
                    .iterator();
            if (text.isBlank()) {
                throw new UnreadableFile("file-empty");
            }
            List<String> fields = records.next().getFields();
            List<Heading> headings = ended(fields) ? List.of() : Sheet.headings(fields, findings);
            for (int number = 2; !ended(fields); number++) {
                fields = next(records);
                row(headings, number, fields, findings, rows);
                if (rows.size() > maxRows) {
                    throw new UnreadableFile("too-many-rows");
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile("csv-malformed");
        }
        return new Sheet(rows, findings);
    }

    private static boolean ended(List<String> fields) {
        return fields.size() == 1 && fields.get(0).equals(END);
    }

    /** The next record; a file whose end is swallowed by a quotation mark never closed has none. */
    private static List<String> next(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            throw new UnreadableFile("csv-quote-open");
        }
        return records.next().getFields();
    }

    /** Adds a row; one whose cells are all blank is none. */
    private static void row(
            List<Heading> headings, int number, List<String> fields, List<Finding> findings, List<SheetRow> rows) {
        if (ended(fields) || fields.stream().allMatch(String::isBlank)) {
            return;
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Map<String, String> written = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String value = plain(fields.get(i));
            Heading heading = i < headings.size() ? headings.get(i) : new Heading("#" + (i + 1), null);
            written.merge(heading.name(), value, (a, b) -> a + "\n" + b);
            if (heading.column() != null && !value.isBlank()) {
                cells.put(heading.column(), value.strip());
            }
            if (i >= headings.size() && !value.isBlank()) {
                findings.add(new Finding(
                        number, heading.name(), Finding.Severity.WARNING, "cell-beyond-header", List.of(), value));
            }
        }
        rows.add(new SheetRow(number, cells, written));
    }

    /** Without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
    private static String plain(String field) {
        String value = field.replace("\0", "");
        boolean quoted = value.length() > 1 && value.charAt(0) == '\'' && "=+-@".indexOf(value.charAt(1)) >= 0;
        return quoted ? value.substring(1) : value;
    }

    private static String decode(byte[] file) {
        String text;
        try {
            text = strictly(StandardCharsets.UTF_8, file);
        } catch (CharacterCodingException notUtf8) {
            try {
                text = strictly(Charset.forName("GB18030"), file);
            } catch (CharacterCodingException neither) {
                throw new UnreadableFile("encoding-unknown");
            }
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static String strictly(Charset charset, byte[] file) throws CharacterCodingException {
        CharBuffer text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file));
        return text.toString();
    }

    /** The separator that the first line has most of. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
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
