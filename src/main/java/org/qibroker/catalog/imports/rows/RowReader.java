package org.qibroker.catalog.imports.rows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.imports.table.DayText;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/** Makes a line of one row, or says why it cannot. Not for several rows at once. */
final class RowReader {
    private static final int LONGEST = 4000;

    private final Provider provider;
    private final UnitRegistry units;
    private final LocalDate effectiveFrom;
    private final List<Finding> findings;
    private SheetRow row;
    private @Nullable NamedLine named;

    RowReader(Provider provider, UnitRegistry units, LocalDate effectiveFrom, List<Finding> findings) {
        this.provider = provider;
        this.units = units;
        this.effectiveFrom = effectiveFrom;
        this.findings = findings;
        this.row = new SheetRow(0, Map.of(), List.of());
    }

    /** The line of a row; empty if the findings now hold an error of it. */
    Optional<ScopeOffer.Line> read(SheetRow next) {
        row = next;
        int before = findings.size();
        row.cells().forEach(this::checkLength);
        Family family = required(Column.FAMILY, Cells::family, "family-unknown");
        if (row.cell(Column.SUBJECT).isEmpty()) {
            findings.add(Finding.error(row.number(), Column.SUBJECT, "cell-missing", null));
        }
        if (row.cell(Column.PARAMETER).isEmpty()) {
            findings.add(Finding.warning(row.number(), Column.PARAMETER, "parameter-open", null));
        }
        ServiceKind kind = optional(Column.SERVICE_KIND, Cells::serviceKind, "service-kind-unknown");
        ScopeLine.Texts texts = texts();
        Capability.Terms terms = terms();
        LocalDate from = optional(Column.VALID_FROM, DayText::of, "date-unknown");
        LocalDate to = optional(Column.VALID_TO, DayText::of, "date-unknown");
        LocalDate begins = from == null ? effectiveFrom : from;
        UUID site = site(begins, to);
        if (to != null && to.isBefore(begins)) {
            findings.add(
                    Finding.error(row.number(), Column.VALID_TO, "ends-before-it-begins", row.cell(Column.VALID_TO)));
        }
        boolean rejected = findings.subList(before, findings.size()).stream()
                .anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        if (rejected || family == null || site == null) {
            named = named(site, family, kind);
            return Optional.empty();
        }
        ScopeLine line = new ScopeLine(site, service(family, kind), texts, set(Column.MARKS), terms);
        return Optional.of(new ScopeOffer.Line(row.number(), line, begins, to));
    }

    /** What the row names, once it was rejected. */
    @Nullable
    NamedLine named() {
        return named;
    }

    private NamedLine named(@Nullable UUID site, @Nullable Family family, @Nullable ServiceKind kind) {
        Map<Column, String> cells = row.cells();
        return new NamedLine(
                row.number(),
                site,
                family,
                kind,
                cells.get(Column.SUBJECT),
                cells.get(Column.PARAMETER),
                cells.get(Column.RANGE));
    }

    private void checkLength(Column column, String cell) {
        if (cell.length() > LONGEST) {
            findings.add(Finding.error(
                    row.number(), column, "cell-too-long", cell.substring(0, 200), String.valueOf(LONGEST)));
        }
    }

    private Capability.Service service(Family family, @Nullable ServiceKind kind) {
        return new Capability.Service(
                family,
                kind,
                row.cell(Column.SUBJECT),
                row.cells().get(Column.SUBJECT_EN),
                row.cell(Column.PARAMETER),
                set(Column.SCENARIOS));
    }

    private ScopeLine.Texts texts() {
        Double factor = optional(Column.COVERAGE_FACTOR, Cells::coverageFactor, "coverage-factor-unknown");
        return new ScopeLine.Texts(
                quantity(),
                Cells.several(row.cell(Column.METHODS)),
                row.cells().get(Column.RANGE),
                Cells.several(row.cell(Column.CONDITIONS)),
                row.cells().get(Column.UNCERTAINTY),
                factor == null ? 2 : factor,
                row.cells().get(Column.LIMITATION));
    }

    private @Nullable String quantity() {
        String cell = row.cells().get(Column.QUANTITY);
        if (cell == null) {
            return null;
        }
        String key = TextKey.of(cell);
        Optional<QuantityKind> kind = units.kind(cell)
                .or(() -> units.kinds().stream()
                        .filter(k -> TextKey.of(k.nameZh()).equals(key)
                                || TextKey.of(k.nameEn()).equals(key))
                        .findFirst())
                .or(() -> onlyKindOf(cell));
        if (kind.isEmpty()) {
            findings.add(Finding.warning(row.number(), Column.QUANTITY, "quantity-unknown", cell));
        }
        return kind.map(QuantityKind::key).orElse(cell);
    }

    /** A unit tells the quantity where only one has it. */
    private Optional<QuantityKind> onlyKindOf(String unit) {
        List<QuantityKind> kinds =
                units.all(unit).stream().map(Unit::kind).distinct().toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    private Capability.Terms terms() {
        Boolean onSite = optional(Column.ON_SITE, Cells::yesNo, "yes-or-no-unknown");
        Price price = optional(Column.PRICE, Cells::price, "price-unknown");
        Integer days = optional(Column.TURNAROUND_DAYS, Cells::days, "days-unknown");
        return new Capability.Terms(Boolean.TRUE.equals(onSite), price == null ? Price.ON_REQUEST : price, days, null);
    }

    /**
     * The site of a line, which must be open on the first day on which the line counts.
     *
     * @param to last day of the line
     */
    private @Nullable UUID site(LocalDate from, @Nullable LocalDate to) {
        String cell = row.cell(Column.SITE);
        LocalDate counts = from.isAfter(effectiveFrom) ? from : effectiveFrom;
        Optional<Site> site = cell.isEmpty() ? provider.mainSite() : site(cell, counts);
        if (site.isEmpty()) {
            findings.add(Finding.error(row.number(), Column.SITE, "site-unknown", cell));
        }
        boolean over = to != null && to.isBefore(counts);
        site.filter(found -> !over && !found.open(counts))
                .ifPresent(ended -> findings.add(
                        Finding.error(row.number(), Column.SITE, "site-ended", cell, String.valueOf(ended.endedOn()))));
        return site.map(Site::id).orElse(null);
    }

    /** One that is open first, and by its very name: names that differ in a bracket only may be of two sites. */
    private Optional<Site> site(String cell, LocalDate day) {
        return provider.sites().stream()
                .filter(site -> named(site, cell))
                .min(Comparator.comparing((Site site) -> !site.open(day))
                        .thenComparing(site -> !site.nameZh().equals(cell)));
    }

    private static boolean named(Site site, String cell) {
        String key = TextKey.of(cell);
        return site.nameZh().equals(cell)
                || TextKey.of(site.nameZh()).equals(key)
                || (site.nameEn() != null && TextKey.of(site.nameEn()).equals(key))
                || site.id().toString().equalsIgnoreCase(cell);
    }

    private Set<String> set(Column column) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Cells.tags(row.cell(column))));
    }

    private <T> @Nullable T required(Column column, Function<String, Optional<T>> read, String unknown) {
        if (row.cell(column).isEmpty()) {
            findings.add(Finding.error(row.number(), column, "cell-missing", null));
            return null;
        }
        return optional(column, read, unknown);
    }

    private <T> @Nullable T optional(Column column, Function<String, Optional<T>> read, String unknown) {
        String cell = row.cells().get(column);
        if (cell == null) {
            return null;
        }
        Optional<T> value = read.apply(cell);
        if (value.isEmpty()) {
            findings.add(Finding.error(row.number(), column, unknown, cell));
        }
        return value.orElse(null);
    }
}
