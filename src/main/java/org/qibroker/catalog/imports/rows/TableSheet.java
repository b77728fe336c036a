package org.qibroker.catalog.imports.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.columns.Header;
import org.qibroker.catalog.imports.exports.ScopeFile;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.Finding.Severity;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.Table;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.imports.table.UnreadableFile;

/** Reads a scope out of a table of any format: finds its header, and tells its lines from what stands around them. */
final class TableSheet implements Sheet {
    private final Table table;
    private final Map<Integer, SheetRows> sheets = new LinkedHashMap<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Finding> pending = new ArrayDeque<>();

    private TableSheet(Table table) {
        this.table = table;
    }

    /**
     * Finds the headers.
     *
     * @throws UnreadableFile if the file says nothing
     */
    static Sheet of(Table table, ColumnMapping mapping) {
        TableSheet sheet = new TableSheet(table);
        try {
            sheet.understand(mapping);
            return sheet;
        } catch (RuntimeException e) {
            sheet.close();
            throw e;
        }
    }

    private void understand(ColumnMapping mapping) {
        Map<Integer, List<TableRow>> heads = new LinkedHashMap<>();
        table.head().forEach(row -> heads.computeIfAbsent(row.sheet(), s -> new ArrayList<>())
                .add(row));
        if (heads.isEmpty()) {
            throw new UnreadableFile("file-empty");
        }
        Map<Integer, Header> headers = new LinkedHashMap<>();
        heads.forEach((index, head) -> header(head, mapping).ifPresent(header -> headers.put(index, header)));
        if (headers.isEmpty()) {
            Map.Entry<Integer, List<TableRow>> first =
                    heads.entrySet().iterator().next();
            headers.put(first.getKey(), Header.at(first.getValue(), 0));
        }
        headers.forEach((index, header) -> sheets.put(index, rows(header, mapping)));
        heads.keySet().stream().filter(index -> !headers.containsKey(index)).forEach(this::passedOver);
        table.hidden().forEach(name -> findings.add(about("sheet-hidden", Severity.WARNING, name)));
        encodingDoubtful();
        if (!table.beside().isEmpty()) {
            findings.add(about("columns-beside", Severity.INFO, String.join(", ", table.beside())));
        }
    }

    private Optional<Header> header(List<TableRow> head, ColumnMapping mapping) {
        return table.headed() ? Optional.of(Header.at(head, 0)) : Header.find(head, mapping);
    }

    private SheetRows rows(Header header, ColumnMapping mapping) {
        int row = Math.max(1, header.row().place());
        SheetColumns columns = SheetColumns.of(header, mapping, row, table.beside(), findings);
        columns.headings().stream().filter(h -> !headings.contains(h)).forEach(headings::add);
        boolean workbook = !table.sheets().isEmpty();
        boolean delimited = !workbook && !table.headed();
        boolean sections = workbook || (delimited && columns.ordinals().contains(0));
        boolean apostrophes = !table.headed() && !ScopeFile.machine(header.names());
        return new SheetRows(header, columns, sections, apostrophes);
    }

    private void passedOver(int index) {
        String name = index < table.sheets().size() ? table.sheets().get(index) : "";
        int row = TableRow.place(index, 1);
        findings.add(new Finding(null, row, null, Severity.WARNING, "sheet-without-header", List.of(name), null));
    }

    /** Shows the first characters that depend on it. */
    private void encodingDoubtful() {
        Encoding taken = table.encoding();
        if (taken != null && table.encodingDoubtful()) {
            List<String> as = List.of(taken.label());
            Optional<TableRow> odd = table.head().stream()
                    .filter(row -> row.cells().stream().anyMatch(TableSheet::odd))
                    .findFirst();
            @Nullable
            String cell = odd.flatMap(
                            row -> row.cells().stream().filter(TableSheet::odd).findFirst())
                    .orElse(null);
            int row = odd.map(TableRow::place).orElse(1);
            findings.add(new Finding(null, Math.max(1, row), null, Severity.WARNING, "encoding-doubtful", as, cell));
        }
    }

    private static boolean odd(String cell) {
        return cell.chars().anyMatch(c -> c > 0x7F);
    }

    private static Finding about(String code, Severity severity, String what) {
        return new Finding(null, 1, null, severity, code, List.of(what), null);
    }

    @Override
    public List<Heading> headings() {
        return headings;
    }

    @Override
    public List<String> sheets() {
        return table.sheets();
    }

    @Override
    public @Nullable Encoding encoding() {
        return table.encoding();
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public @Nullable SheetRow next() {
        for (TableRow row = table.next(); row != null; row = table.next()) {
            SheetRows sheet = sheets.get(row.sheet());
            List<Finding> aside = new ArrayList<>();
            SheetRow read = sheet == null ? null : sheet.of(row, aside);
            pending.addAll(aside);
            if (read != null) {
                List<Finding> all = new ArrayList<>(pending);
                all.addAll(read.findings());
                pending.clear();
                return new SheetRow(read.number(), read.cells(), all);
            }
        }
        return null;
    }

    @Override
    public void close() {
        table.close();
    }
}
