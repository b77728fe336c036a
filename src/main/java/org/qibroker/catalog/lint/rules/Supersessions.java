package org.qibroker.catalog.lint.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** Which standard has taken the place of which, as {@code config/superseded.csv} records. */
public final class Supersessions {
    private final Map<String, Designation> successors = new HashMap<>();

    private Supersessions() {}

    /** Reads the table; an {@link IllegalArgumentException} names the line that is wrong. */
    public static Supersessions load(Reader csv) {
        Supersessions table = new Supersessions();
        try (BufferedReader lines = new BufferedReader(csv)) {
            List<String> rows = lines.lines().toList();
            for (int i = 0; i < rows.size(); i++) {
                String row = rows.get(i);
                if (!row.isBlank() && !row.startsWith("#") && !row.startsWith("old,")) {
                    table.add(row.split(",", -1), "superseded.csv, line " + (i + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of superseded standards", e);
        }
        return table;
    }

    private void add(String[] cells, String place) {
        if (cells.length < 2) {
            throw new IllegalArgumentException(place + ": two designations are needed");
        }
        successors.put(designation(cells[0], place).edition(), designation(cells[1], place));
    }

    private static Designation designation(String text, String place) {
        return Designations.parse(text)
                .filter(d -> d.year() != null)
                .orElseThrow(() -> new IllegalArgumentException(place + ": not a dated designation: " + text));
    }

    /** The edition in force that took the place of one, over as many steps as there are; empty if none is recorded. */
    Optional<Designation> successor(Designation old) {
        Optional<Designation> found = Optional.ofNullable(successors.get(old.edition()));
        for (int steps = 0; steps < successors.size() && found.isPresent(); steps++) {
            Designation next = successors.get(found.get().edition());
            if (next == null) {
                break;
            }
            found = Optional.of(next);
        }
        return found;
    }

    /** All editions that took the place of another. */
    Stream<Designation> successors() {
        return successors.values().stream();
    }
}
