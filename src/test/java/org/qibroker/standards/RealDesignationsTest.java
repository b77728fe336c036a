package org.qibroker.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Reads designations as written in the wild, which are not part of the product, and prints what was understood, for a
 * person to judge. Runs only with {@code -Dreal.data=FOLDER}.
 */
class RealDesignationsTest {
    @Test
    void readsDesignationsFromTheWild() throws IOException {
        String folder = System.getProperty("real.data", "");
        assumeTrue(!folder.isEmpty(), "no real data named");
        List<String> lines = Files.readAllLines(Path.of(folder, "real-designations.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        int whole = 0;
        int several = 0;
        for (String line : lines) {
            Optional<Designation> one = Designations.parse(line);
            List<Designation> all = Designations.findAll(line);
            whole += one.isPresent() ? 1 : 0;
            several += one.isEmpty() && !all.isEmpty() ? 1 : 0;
            System.out.println((one.isPresent() ? "= " : all.isEmpty() ? "- " : "+ ") + line + "\t"
                    + all.stream().map(Designation::canonical).toList());
            one.ifPresent(d -> assertThat(Designations.parse(d.canonical())).contains(d));
        }
        System.out.printf(
                "%d lines: %d are one designation, %d contain some, %d stay text%n",
                lines.size(), whole, several, lines.size() - whole - several);
    }

    @Test
    void findsDesignationsInTheMethodsOfPublishedScopes() throws IOException {
        String folder = System.getProperty("real.data", "");
        assumeTrue(!folder.isEmpty(), "no real data named");
        Map<String, List<String>> found = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(Path.of(folder, "real-scopes.csv"))) {
            csv.forEach(line -> found.put(line.getField("methods"), canonical(line.getField("methods"))));
        }
        found.forEach((text, all) -> System.out.println("M " + text.replace('\n', ' ') + "\t" + all));
        assertThat(found).isNotEmpty();
    }

    private static List<String> canonical(String text) {
        return Designations.findAll(text).stream().map(Designation::canonical).toList();
    }
}
