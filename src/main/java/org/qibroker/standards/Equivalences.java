package org.qibroker.standards;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Identical adoptions (IDT, ISO/IEC Guide 21-1) between dated standards, as {@code config/equivalences.csv} records. */
public final class Equivalences {
    private final Map<String, Set<Designation>> identical = new HashMap<>();

    private Equivalences() {}

    /** No adoptions at all. */
    public static Equivalences none() {
        return new Equivalences();
    }

    /** Reads the table; an {@link IllegalArgumentException} names the line that is wrong. */
    public static Equivalences load(Reader csv) {
        Equivalences equivalences = new Equivalences();
        try {
            equivalences.read(new BufferedReader(csv));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of identical adoptions", e);
        }
        return equivalences;
    }

    /** The table the product comes with. */
    public static Equivalences standard() {
        InputStream stream = Equivalences.class.getResourceAsStream("/config/equivalences.csv");
        if (stream == null) {
            throw new IllegalStateException("/config/equivalences.csv is missing from the class path");
        }
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of identical adoptions", e);
        }
    }

    /** Whether two editions are recorded as identical; clauses play no part. */
    public boolean identical(Designation a, Designation b) {
        return identicalTo(a).contains(b.whole());
    }

    /** The editions recorded as identical to one. */
    Set<Designation> identicalTo(Designation one) {
        return identical.getOrDefault(one.edition(), Set.of());
    }

    private void read(BufferedReader lines) throws IOException {
        int number = 0;
        boolean header = true;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!header) {
                add(line, "equivalences.csv, line " + number);
            }
            header = false;
        }
    }

    private void add(String line, String place) {
        String[] cells = line.split(",", -1);
        if (cells.length < 2) {
            throw new IllegalArgumentException(place + ": two designations are needed");
        }
        Designation one = dated(cells[0], place);
        Designation other = dated(cells[1], place);
        identical.computeIfAbsent(one.edition(), e -> new LinkedHashSet<>()).add(other);
        identical.computeIfAbsent(other.edition(), e -> new LinkedHashSet<>()).add(one);
    }

    private static Designation dated(String text, String place) {
        return Designations.parse(text)
                .filter(d -> d.year() != null && d.clause() == null)
                .orElseThrow(() -> new IllegalArgumentException(place + ": not a dated designation: " + text));
    }
}
