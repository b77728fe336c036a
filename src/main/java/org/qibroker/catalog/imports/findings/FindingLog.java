package org.qibroker.catalog.imports.findings;

import java.util.ArrayList;
import java.util.List;

/** Counts the findings about one file and keeps the first of them; a file may hold as many as it has cells. */
public final class FindingLog {
    /** How many findings are kept of one import. */
    public static final int MOST_KEPT = 10_000;

    private static final int LONGEST_VALUE = 200;

    private final List<Finding> kept = new ArrayList<>();
    private int count;
    private int warnings;

    public void add(Finding finding) {
        count++;
        if (finding.severity() == Finding.Severity.WARNING) {
            warnings++;
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(shortened(finding));
        }
    }

    /** How many there were. */
    public int count() {
        return count;
    }

    public int warnings() {
        return warnings;
    }

    /** The first of them. */
    public List<Finding> kept() {
        return kept;
    }

    private static Finding shortened(Finding finding) {
        String value = finding.value();
        if (value == null || value.length() <= LONGEST_VALUE) {
            return finding;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return new Finding(
                null,
                finding.row(),
                finding.column(),
                finding.severity(),
                finding.code(),
                finding.arguments(),
                value.substring(0, end) + "…");
    }
}
