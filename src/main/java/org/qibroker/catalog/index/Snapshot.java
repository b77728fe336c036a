package org.qibroker.catalog.index;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * The lines of a state in a file of this node, so that they need not all be read from the database at the next start:
 * the columns as they are in memory, the dictionaries with what was understood of each text, and of each provider up to
 * which change its scope is known. It counts only if it is of this form and origin, and undamaged.
 */
public final class Snapshot {
    private static final long FORM = 0x5143_5343_4F50_4502L;

    private final Path file;
    private final String origin;

    /**
     * A snapshot.
     *
     * @param origin what it must come from to count: the database, the units, and the code that understands texts
     */
    public Snapshot(Path file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    /**
     * What a file holds.
     *
     * @param number how many were written before it
     */
    record Kept(ScopeState.Content content, int number) {}

    /**
     * Writes the state in place of what was there.
     *
     * @param number how many were written before, so that what is kept beside it can be told to belong to it
     */
    public void write(ScopeState state, int number) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (SnapshotOut out = new SnapshotOut(fresh)) {
            out.number(FORM);
            out.text(origin);
            out.number(number);
            new PartsOut(state.parts(), out).write();
            writeLines(state.content(), out);
            out.end();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeLines(ScopeState.Content content, SnapshotOut out) throws IOException {
        out.number(content.bySubject().length);
        for (SubjectLines subject : content.bySubject()) {
            out.number(subject.parts());
            for (int i = 0; i < subject.parts(); i++) {
                write(subject.part(i), out);
            }
        }
        out.number(content.providers().size());
        for (Map.Entry<UUID, ProviderLines> provider : content.providers().entrySet()) {
            out.number(provider.getKey().getMostSignificantBits());
            out.number(provider.getKey().getLeastSignificantBits());
            out.number(provider.getValue().mark());
            out.number(provider.getValue().places().length);
            out.numbers(provider.getValue().places());
            out.number(provider.getValue().subjects().length);
            out.numbers(provider.getValue().subjects());
        }
    }

    private static void write(Lines lines, SnapshotOut out) throws IOException {
        out.number(lines.size());
        out.numbers(lines.high());
        out.numbers(lines.low());
        out.numbers(lines.records());
        for (int column = 0; column < Lines.COLUMNS; column++) {
            write(lines.column(column), out);
        }
    }

    private static void write(Column column, SnapshotOut out) throws IOException {
        out.number(column.count());
        out.numbers(column.values());
        out.number(column.narrow().length);
        out.bytes(column.narrow());
        out.number(column.wide().length);
        out.characters(column.wide());
    }

    /**
     * Reads the file into dictionaries that are empty.
     *
     * @throws IOException if it does not count
     */
    Kept read(Parts parts, UnitRegistry units) throws IOException {
        SnapshotIn in = new SnapshotIn(file);
        if (in.longNumber() != FORM || !in.text().equals(origin)) {
            throw new IOException("it is of another form, or of another origin");
        }
        try {
            int number = in.number();
            return new Kept(content(parts, units, in), number);
        } catch (NoSuchElementException | IllegalArgumentException | BufferUnderflowException unfit) {
            throw new IOException("it cannot be read", unfit);
        }
    }

    private static ScopeState.Content content(Parts parts, UnitRegistry units, SnapshotIn in) throws IOException {
        new PartsIn(parts, units, in).read();
        SubjectLines[] subjects = new SubjectLines[in.number()];
        for (int subject = 0; subject < subjects.length; subject++) {
            Lines[] all = new Lines[in.number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = lines(in);
            }
            subjects[subject] = SubjectLines.of(List.of(all));
        }
        return new ScopeState.Content(subjects, LineIds.of(subjects), providers(in));
    }

    private static Lines lines(SnapshotIn in) {
        int size = in.number();
        long[] high = in.longNumbers(size);
        long[] low = in.longNumbers(size);
        long[] record = in.longNumbers(size);
        Column[] columns = new Column[Lines.COLUMNS];
        for (int column = 0; column < Lines.COLUMNS; column++) {
            columns[column] = column(in);
        }
        return new Lines(high, low, record, columns);
    }

    private static Column column(SnapshotIn in) {
        int[] values = in.numbers(in.number());
        byte[] narrow = in.bytes(in.number());
        char[] wide = in.characters(in.number());
        return wide.length > 0
                ? new Column(values, wide)
                : narrow.length > 0 ? new Column(values, narrow) : new Column(values[0]);
    }

    private static Map<UUID, ProviderLines> providers(SnapshotIn in) {
        int count = in.number();
        Map<UUID, ProviderLines> providers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            UUID id = in.id();
            long mark = in.longNumber();
            providers.put(id, new ProviderLines(in.numbers(in.number()), in.numbers(in.number()), mark));
        }
        return providers;
    }
}
