package org.qibroker.catalog.lint;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.shared.Family;

/** Lines of scope files with the contract's English headings. */
final class ScopeCsv {
    private ScopeCsv() {}

    static List<Lines.Line> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return rows.map(ScopeCsv::line).toList();
        }
    }

    private static Lines.Line line(NamedCsvRecord row) {
        Capability.Service service = new Capability.Service(
                Family.valueOf(row.getField("family")),
                null,
                row.getField("subject"),
                null,
                row.getField("parameter"),
                Set.of());
        return new Lines.Line(
                service,
                row.findField("quantity").filter(q -> !q.isBlank()).orElse(null),
                several(row.getField("methods")),
                text(row, "range"),
                text(row, "uncertainty"),
                text(row, "limitation"),
                Set.copyOf(several(row.getField("marks"))),
                several(row.getField("conditions")));
    }

    private static String text(NamedCsvRecord row, String column) {
        String cell = row.findField(column).orElse("");
        return cell.isBlank() ? null : cell.strip();
    }

    private static List<String> several(String cell) {
        return Arrays.stream(cell.split("[;；\\r\\n]+"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }
}
