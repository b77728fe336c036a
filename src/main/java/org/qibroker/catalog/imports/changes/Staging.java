package org.qibroker.catalog.imports.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.ImportWatch;
import org.qibroker.catalog.imports.ImportWatch.Progress;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.imports.Spool;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.findings.FindingLog;
import org.qibroker.catalog.imports.rows.LineReader;
import org.qibroker.catalog.imports.rows.NamedLine;
import org.qibroker.catalog.imports.rows.Sheet;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.imports.rows.SheetFile;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.UnreadableFile;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.LineField;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.shared.IdSource;

/**
 * Reads a file row by row into the table of changes. Where the provider has no lines yet, every line is new; otherwise
 * the rows wait there to be compared. Blocks; holds no more of a file than a row and a print of each line.
 */
public final class Staging {
    /** Share of the work of an import that reading is. */
    public static final double READING = 0.5;

    private final Import asked;
    private final LocalDate from;
    private final LineReader reader;
    private final IdSource ids;
    private final ImportWatch watch;
    private final FindingLog findings = new FindingLog();
    private final PrintTable prints = new PrintTable();
    private int rows;
    private int accepted;
    private int over;
    private int added;

    public Staging(Import asked, LineReader reader, IdSource ids, ImportWatch watch) {
        this.asked = asked;
        this.from = Objects.requireNonNull(asked.options().effectiveFrom());
        this.reader = reader;
        this.ids = ids;
        this.watch = watch;
    }

    /**
     * What was read.
     *
     * @param over rows about days that are over, which change nothing
     * @param added new lines, where nothing had to be compared
     * @param unusable whether the header lacks a column without which no row can be read
     * @param silent what the file has no columns for
     * @param seen what its format told
     */
    public record Read(
            int rows,
            int accepted,
            int over,
            int added,
            FindingLog findings,
            boolean unusable,
            Set<LineField> silent,
            Seen seen) {
        public int rejected() {
            return rows - accepted;
        }
    }

    /**
     * What was seen of the file beside its rows.
     *
     * @param sheets names of the sheets of a workbook
     * @param encoding how its characters were read, absent where its format leaves no choice
     */
    public record Seen(List<String> sheets, @Nullable Encoding encoding) {}

    private static Seen seen(Sheet sheet) {
        return new Seen(sheet.sheets(), sheet.encoding());
    }

    /**
     * Reads the file.
     *
     * @param columns what headings mean where the provider has said so
     * @param blank whether the provider has no lines to compare with
     * @throws UnreadableFile if the file cannot be read to its end
     */
    public Read read(Connection connection, Spool spool, ColumnMapping columns, boolean blank) throws Exception {
        ImportOptions options = asked.options();
        SheetFile file = new SheetFile(spool.path(), options.format(), options.encoding(), columns);
        try (Sheet sheet = file.open();
                LineCopy copy = new LineCopy(connection, asked.id())) {
            sheet.findings().forEach(findings::add);
            for (SheetRow row = sheet.unusable() ? null : sheet.next(); row != null; row = sheet.next()) {
                take(reader.read(row), copy, blank);
                tell(spool);
            }
            copy.finish();
            return new Read(rows, accepted, over, added, findings, sheet.unusable(), silent(sheet), seen(sheet));
        }
    }

    private void take(LineReader.Read read, LineCopy copy, boolean blank) throws SQLException {
        if (++rows > Imports.MOST_ROWS) {
            throw new UnreadableFile("too-many-rows");
        }
        read.findings().forEach(findings::add);
        ScopeOffer.Line line = read.line();
        if (line == null) {
            reject(read.rejected(), copy, blank);
            return;
        }
        accepted++;
        if (line.to() != null && line.to().isBefore(from)) {
            over++;
        } else if (blank) {
            add(line, copy);
        } else {
            copy.said(line);
        }
    }

    /** A line that is in force does not end because its row could not be read. */
    private void reject(@Nullable NamedLine named, LineCopy copy, boolean blank) throws SQLException {
        boolean ends = asked.options().mode() == ScopeOffer.Mode.REPLACE && !blank;
        if (ends && named != null && named.known()) {
            copy.rejected(named, from);
        }
    }

    private void add(ScopeOffer.Line line, LineCopy copy) throws SQLException {
        UUID id = ids.next();
        Optional<UUID> before = prints.put(line.line(), id);
        LineChange change = before.isEmpty() ? LineChange.added(line, id) : LineChange.repeated(line, before.get());
        added += before.isEmpty() ? 1 : 0;
        copy.change(change, null);
    }

    private void tell(Spool spool) {
        if (watch.due()) {
            double share = spool.lines() < rows ? 0 : (double) rows / (spool.lines() + 1);
            watch.tell(new Progress(rows, accepted, rows - accepted, READING * share));
        }
    }

    /** What the file has no column for stays as it is known; it never has one for what has to be booked. */
    private static Set<LineField> silent(Sheet sheet) {
        Set<LineField> silent = EnumSet.of(LineField.RESOURCE);
        for (LineField field : LineField.values()) {
            boolean said = sheet.headings().stream()
                    .map(Sheet.Heading::column)
                    .anyMatch(column -> column != null && column.name().equals(field.name()));
            if (!said) {
                silent.add(field);
            }
        }
        return silent;
    }
}
