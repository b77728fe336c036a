package org.qibroker.catalog.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lines of a state in a file of this node, so that they need not all be read from the database at the next start.
 * The file holds what the database says, in its words; what they mean is worked out again when it is read. It counts only
 * if it is of this form, of the same database and units, and undamaged.
 */
public final class Snapshot {
    private static final long FORM = 0x5143_5343_4F50_4501L;

    private final Path file;
    private final String origin;

    /**
     * A snapshot.
     *
     * @param origin what it must come from to count
     */
    public Snapshot(Path file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    /** Writes the state in place of what was there. */
    public void write(ScopeState state) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (SnapshotOut out = new SnapshotOut(fresh)) {
            out.number(FORM);
            out.text(origin);
            new PartsOut(state, out).write();
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
            out.numbers(lines.column(column));
        }
    }

    /**
     * Reads the file into dictionaries that are empty.
     *
     * @throws IOException if it does not count
     */
    ScopeState.Content read(PartsIn parts) throws IOException {
        SnapshotIn in = new SnapshotIn(file);
        if (in.longNumber() != FORM || !in.text().equals(origin)) {
            throw new IOException("it is of another form, or of another database");
        }
        int[][] now = parts.read(in);
        SubjectLines[] subjects = new SubjectLines[in.number()];
        for (int subject = 0; subject < subjects.length; subject++) {
            Lines[] all = new Lines[in.number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = lines(in, now);
            }
            subjects[subject] = SubjectLines.of(List.of(all));
        }
        return new ScopeState.Content(subjects, LineIds.of(subjects), providers(in));
    }

    private static Lines lines(SnapshotIn in, int[][] now) {
        int size = in.number();
        long[] high = in.longNumbers(size);
        long[] low = in.longNumbers(size);
        long[] record = in.longNumbers(size);
        int[][] columns = new int[Lines.COLUMNS][];
        for (int column = 0; column < Lines.COLUMNS; column++) {
            columns[column] = renumbered(in.numbers(size), now[column]);
        }
        return new Lines(high, low, record, columns);
    }

    /** Parts that mean the same now, or that no line has any more, make others move up. */
    private static int[] renumbered(int[] column, int[] now) {
        for (int row = 0; row < column.length; row++) {
            int before = column[row];
            column[row] = now.length == 0 || before < 0 ? before : now[before];
        }
        return column;
    }

    private static Map<UUID, ProviderLines> providers(SnapshotIn in) {
        int count = in.number();
        Map<UUID, ProviderLines> providers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(in.longNumber(), in.longNumber());
            long mark = in.longNumber();
            providers.put(id, new ProviderLines(in.numbers(in.number()), in.numbers(in.number()), mark));
        }
        return providers;
    }
}
