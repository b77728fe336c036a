package org.qibroker.sample;

import static java.util.stream.Collectors.joining;
import static org.qibroker.sample.SampleFiles.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lines.ScopeOffer;

/**
 * The scope of one provider of the sample: a file as anyone would import it, and beside it what each line has to have
 * booked.
 */
record ScopeFile(List<Map<String, String>> rows, SampleDays days) {
    private static final String RESOURCE = "resource";

    static ScopeFile of(String provider, SampleDays days) {
        return new ScopeFile(SampleFiles.rows("scopes/" + provider + ".csv"), days);
    }

    /** What it says. */
    private String text() {
        List<String> columns = rows.get(0).keySet().stream()
                .filter(column -> !column.equals(RESOURCE))
                .toList();
        String head = String.join(",", columns);
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> '"' + days.filled(cell(row, column)) + '"')
                        .collect(joining(",")))
                .collect(joining("\n", head + "\n", "\n"));
    }

    /** The file to import, on the disk. Blocks for a moment. */
    Path written() {
        try {
            return Files.writeString(Files.createTempFile("scope", ".csv"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines as recorded, each with what has to be booked for it. */
    List<ScopeOffer.Line> bookable(List<RecordedLine> recorded, Map<String, UUID> resources) {
        Map<String, UUID> byLine = new HashMap<>();
        for (Map<String, String> row : rows) {
            UUID resource = resources.get(cell(row, RESOURCE));
            byLine.put(key(cell(row, "subject"), cell(row, "parameter"), cell(row, "range")), resource);
        }
        List<ScopeOffer.Line> lines = new ArrayList<>();
        for (RecordedLine line : recorded) {
            UUID resource = byLine.get(key(line.line()));
            ScopeLine booked = with(line.line(), resource);
            lines.add(new ScopeOffer.Line(
                    lines.size() + 1,
                    booked,
                    line.validity().from(),
                    line.validity().to()));
        }
        return lines;
    }

    private static ScopeLine with(ScopeLine line, @Nullable UUID resource) {
        Capability.Terms terms = line.terms();
        Capability.Terms booked = new Capability.Terms(terms.onSite(), terms.price(), terms.turnaroundDays(), resource);
        return new ScopeLine(line.siteId(), line.service(), line.texts(), line.marks(), booked);
    }

    private static String key(ScopeLine line) {
        String range = line.texts().range();
        return key(line.service().subject(), line.service().parameter(), range == null ? "" : range);
    }

    private static String key(String subject, String parameter, String range) {
        return subject + "\n" + parameter + "\n" + range;
    }
}
