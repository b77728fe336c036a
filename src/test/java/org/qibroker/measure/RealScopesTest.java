package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * Reads published scopes, which are not part of the product, and prints what was understood, for a person to judge.
 * Runs only with {@code -Dreal.data=FOLDER}.
 */
class RealScopesTest {
    private final UnitRegistry units = UnitRegistry.standard();
    private final RangeParser ranges = new RangeParser(units);
    private final UncertaintyParser uncertainties = new UncertaintyParser(units);
    private final Map<String, String> report = new TreeMap<>(Comparator.naturalOrder());

    @Test
    void readsPublishedScopes() throws IOException {
        String folder = System.getProperty("real.data", "");
        assumeTrue(!folder.isEmpty(), "no real data named");
        List<NamedCsvRecord> lines;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(Path.of(folder, "real-scopes.csv"));
                Stream<NamedCsvRecord> stream = csv.stream()) {
            lines = stream.toList();
        }
        lines.forEach(this::read);
        report.forEach((text, meaning) -> System.out.println(text + "\t" + meaning));
        count(lines, "range");
        count(lines, "conditions");
        count(lines, "uncertainty");
        assertThat(lines).isNotEmpty();
    }

    private void read(NamedCsvRecord line) {
        Optional<QuantityRange> range = ranges.parse(line.getField("range"), null);
        report.put("R " + line.getField("range"), range.map(QuantityRange::text).orElse("-"));
        report.put(
                "C " + line.getField("conditions"),
                condition(line).map(QuantityRange::text).orElse("-"));
        report.put(
                "U " + line.getField("uncertainty") + "\t" + line.getField("range"),
                uncertainty(line).toString());
    }

    private Optional<QuantityRange> condition(NamedCsvRecord line) {
        return ranges.parse(line.getField("conditions"), null);
    }

    private Uncertainty uncertainty(NamedCsvRecord line) {
        String text = line.getField("uncertainty");
        QuantityRange range = ranges.parse(line.getField("range"), null).orElse(null);
        QuantityKind kind = range == null ? uncertainties.kindOf(text).orElse(null) : null;
        return uncertainties.parse(text, range, kind, 2);
    }

    private void count(List<NamedCsvRecord> lines, String column) {
        List<NamedCsvRecord> filled =
                lines.stream().filter(line -> !line.getField(column).isBlank()).toList();
        long read = filled.stream().filter(line -> understood(line, column)).count();
        System.out.println(column + ": " + read + " of " + filled.size() + " understood");
    }

    private boolean understood(NamedCsvRecord line, String column) {
        return switch (column) {
            case "range" -> ranges.parse(line.getField("range"), null).isPresent();
            case "conditions" -> condition(line).isPresent();
            default -> uncertainty(line).form() != Uncertainty.Form.TEXT;
        };
    }
}
