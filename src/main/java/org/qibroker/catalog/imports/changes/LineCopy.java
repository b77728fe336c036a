package org.qibroker.catalog.imports.changes;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.imports.rows.NamedLine;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.LineColumns;
import org.qibroker.catalog.lines.LineField;
import org.qibroker.catalog.lines.ScopeOffer;

/** Writes lines to the table of changes by COPY, text format. Blocks. */
final class LineCopy implements AutoCloseable {
    /** Kind of a row that is yet to be compared. */
    static final String SAID = "SAID";

    /** Kind of a row that was rejected, as far as it names a line. */
    static final String REJECTED = "REJECTED";

    private static final int FLUSH = 1 << 15;
    private static final List<String> COLUMNS =
            Arrays.stream(LineColumns.ALL.split(",")).map(String::strip).toList();
    private static final String INTO = "COPY import_change (import_id, kind, number, line, capability_id, before, "
            + "fields, valid_from, valid_to, " + LineColumns.ALL + ") FROM STDIN";

    private final UUID importId;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(FLUSH * 2);
    private int number;

    LineCopy(Connection connection, UUID importId) throws SQLException {
        this.importId = importId;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(INTO);
    }

    /** A row that is yet to be compared. */
    void said(ScopeOffer.Line line) throws SQLException {
        begin(SAID, line.row());
        field(null);
        field(null);
        array(List.of());
        field(line.from());
        field(line.to());
        line(line.line());
        end();
    }

    /** A row that was rejected; of the columns of a line it fills those by which one is found. */
    void rejected(NamedLine named, LocalDate from) throws SQLException {
        begin(REJECTED, named.row());
        field(null);
        field(null);
        array(List.of());
        field(from);
        field(null);
        for (String column : COLUMNS) {
            field(
                    switch (column) {
                        case "site_id" -> named.site();
                        case "family" -> named.family();
                        case "service_kind" -> named.kind();
                        case "subject" -> named.subject();
                        case "parameter" -> named.parameter();
                        case "range_text" -> named.range();
                        default -> null;
                    });
        }
        end();
    }

    /**
     * What became of a line.
     *
     * @param before the record of what was believed of it, by which one that ends or stays is found
     */
    void change(LineChange change, @Nullable Long before) throws SQLException {
        begin(change.kind().name(), change.row());
        field(change.id());
        field(before);
        array(change.fields().stream().map(LineField::name).toList());
        field(change.days().from());
        field(change.days().to());
        line(change.after());
        end();
    }

    /** Ends the COPY; only then are the lines there. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Gives the lines up unless they are finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void begin(String kind, @Nullable Integer row) {
        text.append(importId).append('\t').append(kind).append('\t').append(number++);
        field(row);
    }

    private void line(@Nullable ScopeLine line) {
        if (line == null) {
            text.append("\t\\N".repeat(COLUMNS.size()));
            return;
        }
        Capability.Service service = line.service();
        field(line.siteId());
        field(service.family());
        field(service.kind());
        field(service.subject());
        field(service.subjectEn());
        field(service.parameter());
        array(service.scenarios());
        texts(line.texts());
        array(line.marks());
        terms(line.terms());
    }

    private void texts(ScopeLine.Texts texts) {
        field(texts.quantity());
        array(texts.methods());
        field(texts.range());
        array(texts.conditions());
        field(texts.uncertainty());
        field(texts.coverageFactor());
        field(texts.limitation());
    }

    private void terms(Capability.Terms terms) {
        field(terms.onSite());
        field(terms.price().kind());
        field(terms.price().fen());
        field(terms.price().per());
        field(terms.turnaroundDays());
        field(terms.resourceId());
    }

    private void end() throws SQLException {
        text.append('\n');
        if (text.length() > FLUSH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void field(@Nullable Object value) {
        text.append('\t');
        if (value == null) {
            text.append("\\N");
        } else {
            escaped(value.toString(), "");
        }
    }

    private void array(Collection<String> values) {
        text.append("\t{");
        String between = "";
        for (String value : values) {
            text.append(between).append('"');
            escaped(value, "\"\\");
            text.append('"');
            between = ",";
        }
        text.append('}');
    }

    /** Escapes for COPY, and before that, with a backslash, what an array element would be misread by. */
    private void escaped(String value, String inArray) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (inArray.indexOf(c) >= 0) {
                text.append("\\\\");
            }
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
