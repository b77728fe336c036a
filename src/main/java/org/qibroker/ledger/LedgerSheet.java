package org.qibroker.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.imports.table.UnreadableFile;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Validation;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Reads a ledger from delimited text or a workbook, the first row being its headings. Blocks. */
final class LedgerSheet {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_FINDINGS = 200;

    private final UnitRegistry units;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<InstrumentDraft> drafts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    private LedgerSheet(UnitRegistry units) {
        this.units = units;
    }

    /**
     * What a file says.
     *
     * @param findings what is wrong, at most two hundred; if there is any, nothing of the file should be taken
     * @param ignored headings that mean nothing here
     */
    record Reading(List<InstrumentDraft> drafts, List<Finding> findings, List<String> ignored) {}

    static Reading read(Path file, String name, UnitRegistry units) {
        LedgerSheet sheet = new LedgerSheet(units);
        boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try (Table table = Table.open(file, workbook ? Table.Kind.WORKBOOK : Table.Kind.TEXT)) {
            sheet.read(table);
        } catch (UnreadableFile unreadable) {
            sheet.findings.add(
                    new Finding(0, "", "catalog.finding." + unreadable.code(), List.copyOf(unreadable.arguments())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(sheet.drafts, sheet.findings, sheet.ignored);
    }

    private void read(Table table) {
        TableRow first = table.next();
        if (first == null) {
            findings.add(new Finding(0, "", "ledger.finding.empty", List.of()));
            return;
        }
        header(first);
        if (!findings.isEmpty()) {
            return;
        }
        for (TableRow row = table.next(); row != null && findings.size() < MOST_FINDINGS; row = table.next()) {
            if (drafts.size() == MOST_ROWS) {
                findings.add(new Finding(row.number(), "", "ledger.finding.too-many", List.of(MOST_ROWS)));
                return;
            }
            row(row);
        }
    }

    private void header(TableRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = row.cell(i);
            int place = i;
            Column.of(heading)
                    .ifPresentOrElse(column -> columns.putIfAbsent(column, place), () -> ignored.add(heading.strip()));
        }
        ignored.removeIf(String::isEmpty);
        Arrays.stream(Column.values())
                .filter(column -> column.required() && !columns.containsKey(column))
                .forEach(column -> findings.add(new Finding(
                        row.number(), column.heading(), "ledger.finding.column-missing", List.of(column.heading()))));
        if (!findings.isEmpty() && !ignored.isEmpty()) {
            findings.add(new Finding(
                    row.number(), "", "ledger.finding.headings-unknown", List.of(String.join(", ", ignored))));
        }
    }

    private void row(TableRow row) {
        RowReader reader = new RowReader(columns, row);
        InstrumentDraft draft = reader.read();
        findings.addAll(reader.findings());
        try {
            if (reader.findings().isEmpty()) {
                drafts.add(LedgerRules.checked(Validation.valid(draft), units));
            }
        } catch (Refusal refusal) {
            refusal.faults().forEach(fault -> add(row, fault));
        }
        if (!numbers.add(draft.ownNumber())) {
            findings.add(new Finding(
                    row.number(),
                    Column.OWN_NUMBER.heading(),
                    "ledger.finding.number-twice",
                    List.of(draft.ownNumber())));
        }
    }

    private void add(TableRow row, FieldFault fault) {
        String column = Column.at(fault.pointer()).map(Column::heading).orElse("");
        findings.add(new Finding(row.number(), column, "fault." + fault.code(), fault.arguments()));
    }
}
