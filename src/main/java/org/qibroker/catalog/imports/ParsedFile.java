package org.qibroker.catalog.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeOffer;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.imports.Sheet.SheetRow;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.UnitRegistry;

/**
 * What a file says, and what of it was not understood.
 *
 * @param accepted the rows that became lines
 * @param findings in the order of the rows
 */
record ParsedFile(List<SheetRow> rows, List<ScopeOffer.Line> accepted, List<Finding> findings) {
    private static final UUID NONE = new UUID(0, 0);

    /**
     * Understands a file.
     *
     * @throws UnreadableFile if a column is missing without which no row can be read
     */
    static ParsedFile of(Sheet sheet, Provider provider, UnitRegistry units, LocalDate effectiveFrom) {
        List<Finding> findings = new ArrayList<>(sheet.findings());
        List<ScopeOffer.Line> accepted = new ArrayList<>();
        List<SheetRow> taken = new ArrayList<>();
        if (!sheet.unusable()) {
            RowReader rows = new RowReader(provider, units, effectiveFrom, findings);
            ScopeReader reader = new ScopeReader(units);
            Set<String> marks = new HashSet<>();
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (taken.size() == Imports.MOST_ROWS) {
                    throw new UnreadableFile("too-many-rows");
                }
                taken.add(row);
                findings.addAll(row.findings());
                rows.read(row).ifPresent(line -> {
                    accepted.add(line);
                    explain(line, reader, findings);
                    marks(line, provider, marks, findings);
                });
            }
        }
        findings.sort(Comparator.comparingInt(Finding::row));
        return new ParsedFile(taken, accepted, findings);
    }

    /** Says which cells stay text. */
    private static void explain(ScopeOffer.Line offered, ScopeReader reader, List<Finding> findings) {
        ScopeLine.Texts texts = offered.line().texts();
        Capability read =
                reader.read(NONE, NONE, offered.line(), new Capability.Validity(offered.from(), offered.to()));
        int row = offered.row();
        if (texts.range() != null && read.measured().range() == null) {
            findings.add(Finding.warning(row, Column.RANGE, "range-not-understood", texts.range()));
        }
        if (texts.uncertainty() != null && read.measured().uncertainty() instanceof TextOnly) {
            findings.add(Finding.warning(row, Column.UNCERTAINTY, "uncertainty-not-understood", texts.uncertainty()));
        }
        read.methods().stream()
                .filter(method -> method.designation() == null)
                .map(Method::text)
                .forEach(text -> findings.add(Finding.warning(row, Column.METHODS, "method-not-understood", text)));
        read.conditions().stream()
                .filter(condition -> condition.range() == null)
                .forEach(condition -> findings.add(
                        Finding.warning(row, Column.CONDITIONS, "condition-not-understood", condition.text())));
    }

    /** Says once for each site which marks it does not hold. */
    private static void marks(ScopeOffer.Line offered, Provider provider, Set<String> told, List<Finding> findings) {
        UUID site = offered.line().siteId();
        for (String mark : offered.line().marks()) {
            boolean held = provider.accreditations().stream()
                    .filter(a -> a.status() == Accreditation.Status.ACTIVE)
                    .anyMatch(a -> a.scheme().equals(mark) && a.siteIds().contains(site));
            if (!held && told.add(site + mark)) {
                findings.add(Finding.info(offered.row(), Column.MARKS, "mark-not-held", mark, mark));
            }
        }
    }

    int rejected() {
        return rows.size() - accepted.size();
    }

    int warnings() {
        return (int) findings.stream()
                .filter(f -> f.severity() == Finding.Severity.WARNING)
                .count();
    }

    /** Which rows were accepted, and as what. */
    Set<Integer> acceptedRows() {
        Set<Integer> rows = new HashSet<>();
        accepted.forEach(line -> rows.add(line.row()));
        return rows;
    }
}
