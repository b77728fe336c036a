package org.qibroker.catalog.imports.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.unit.UnitRegistry;

/** Makes lines of rows, one after the other, and says what of each was not understood. Belongs to one thread. */
public final class LineReader {
    private static final UUID NONE = new UUID(0, 0);
    private static final int MOST_REMEMBERED = 20_000;

    private final Provider provider;
    private final UnitRegistry units;
    private final ScopeReader reader;
    private final LocalDate effectiveFrom;
    private final Set<String> marksTold = new HashSet<>();
    private final Map<ScopeLine.Texts, List<Finding>> remembered = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScopeLine.Texts, List<Finding>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public LineReader(Provider provider, UnitRegistry units, LocalDate effectiveFrom) {
        this.provider = provider;
        this.units = units;
        this.reader = new ScopeReader(units);
        this.effectiveFrom = effectiveFrom;
    }

    /**
     * What a row says.
     *
     * @param line absent where the findings hold an error
     * @param rejected what the row names nevertheless, absent where there is a line
     */
    public record Read(ScopeOffer.@Nullable Line line, @Nullable NamedLine rejected, List<Finding> findings) {}

    /** Reads a row. */
    public Read read(SheetRow row) {
        List<Finding> findings = new ArrayList<>(row.findings());
        RowReader one = new RowReader(provider, units, effectiveFrom, findings);
        ScopeOffer.Line line = one.read(row).orElse(null);
        if (line != null) {
            remembered
                    .computeIfAbsent(line.line().texts(), texts -> explain(line))
                    .forEach(finding -> findings.add(finding.at(line.row())));
            marks(line, findings);
            if (line.to() != null && line.to().isBefore(effectiveFrom)) {
                findings.add(Finding.warning(line.row(), Column.VALID_TO, "over-before-effective", line.to() + ""));
            }
        }
        return new Read(line, one.named(), findings);
    }

    /** Says which cells stay text. */
    private List<Finding> explain(ScopeOffer.Line offered) {
        ScopeLine.Texts texts = offered.line().texts();
        Capability read =
                reader.read(NONE, NONE, offered.line(), new Capability.Validity(offered.from(), offered.to()));
        List<Finding> findings = new ArrayList<>();
        if (texts.range() != null && read.measured().range() == null) {
            findings.add(Finding.warning(0, Column.RANGE, "range-not-understood", texts.range()));
        }
        if (texts.uncertainty() != null && read.measured().uncertainty() instanceof TextOnly) {
            findings.add(Finding.warning(0, Column.UNCERTAINTY, "uncertainty-not-understood", texts.uncertainty()));
        }
        read.methods().stream()
                .filter(method -> method.designation() == null)
                .map(Method::text)
                .forEach(text -> findings.add(Finding.warning(0, Column.METHODS, "method-not-understood", text)));
        read.conditions().stream()
                .filter(condition -> condition.range() == null)
                .forEach(condition -> findings.add(
                        Finding.warning(0, Column.CONDITIONS, "condition-not-understood", condition.text())));
        return findings;
    }

    /** Says once for each site which marks it does not hold. */
    private void marks(ScopeOffer.Line offered, List<Finding> findings) {
        UUID site = offered.line().siteId();
        for (String mark : offered.line().marks()) {
            boolean held = provider.accreditations().stream()
                    .filter(a -> a.status() == Accreditation.Status.ACTIVE)
                    .anyMatch(a -> a.allows(mark) && a.siteIds().contains(site));
            if (!held && marksTold.add(site + mark)) {
                findings.add(Finding.info(offered.row(), Column.MARKS, "mark-not-held", mark, mark));
            }
        }
    }
}
