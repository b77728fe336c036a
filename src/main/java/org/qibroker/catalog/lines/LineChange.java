package org.qibroker.catalog.lines;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;

/**
 * What becomes of one line.
 *
 * @param row the row that says it, absent for a line that ends because no row does; of one that is kept, the row that
 *     was rejected
 * @param before what was believed of the line for the day from which this counts, or for its first days after that;
 *     absent for a new line
 * @param after what the line states from now on, absent where it ends or stays as it was believed
 * @param days the days of that statement; for a line that ends, the first day on which it holds no more
 * @param fields what changed
 */
public record LineChange(
        Kind kind,
        @Nullable Integer row,
        UUID id,
        @Nullable RecordedLine before,
        @Nullable ScopeLine after,
        Capability.Validity days,
        Set<LineField> fields) {

    /** What can become of a line. */
    public enum Kind {
        /** It was not there. */
        ADDED,
        /** It states something else from a day on. */
        CHANGED,
        /** It holds no more from a day on. */
        ENDED,
        /** It stays as it is, though nobody says it: a row that may be its own could not be read. */
        KEPT,
        /** It stays as it is. */
        UNCHANGED
    }

    /** A new line. */
    public static LineChange added(ScopeOffer.Line said, UUID id) {
        Capability.Validity days = new Capability.Validity(said.from(), said.to());
        return new LineChange(Kind.ADDED, said.row(), id, null, said.line(), days, Set.of());
    }

    static LineChange ended(Known known, LocalDate day) {
        Capability.Validity from = new Capability.Validity(day, null);
        return new LineChange(Kind.ENDED, null, known.id(), known.before(), null, from, Set.of());
    }

    static LineChange unchanged(int row, Known known) {
        RecordedLine before = known.before();
        return new LineChange(Kind.UNCHANGED, row, known.id(), before, null, before.validity(), Set.of());
    }

    /** A row that says what another row of the same offer says too. */
    public static LineChange repeated(ScopeOffer.Line said, UUID id) {
        Capability.Validity days = new Capability.Validity(said.from(), said.to());
        return new LineChange(Kind.UNCHANGED, said.row(), id, null, said.line(), days, Set.of());
    }

    /**
     * What becomes of a known line that is said again. An end that is not said stays as it was known. What was planned
     * for later days by an earlier word falls to the later one.
     *
     * @param day from which on what is said counts
     * @param silent what is left open, so that it stays
     */
    static LineChange of(Known known, ScopeOffer.Line said, LocalDate day, Set<LineField> silent) {
        RecordedLine before = known.before();
        Capability.Validity held = before.validity();
        ScopeLine after = LineField.merged(said.line(), before.line(), silent);
        Set<LineField> fields = LineField.differing(before.line(), after);
        LocalDate begins = said.from().isAfter(day) ? said.from() : day;
        LocalDate from = fields.isEmpty() && !held.from().isAfter(day) ? held.from() : begins;
        Capability.Validity days = new Capability.Validity(from, said.to() == null ? known.end() : said.to());
        if (fields.isEmpty() && days.equals(held)) {
            return unchanged(said.row(), known);
        }
        return new LineChange(
                Kind.CHANGED, said.row(), known.id(), before, after, days, with(fields, days, before.validity()));
    }

    private static Set<LineField> with(Set<LineField> fields, Capability.Validity days, Capability.Validity held) {
        Set<LineField> all = EnumSet.noneOf(LineField.class);
        all.addAll(fields);
        if (fields.isEmpty() && !days.from().equals(held.from())) {
            all.add(LineField.VALID_FROM);
        }
        if (days.to() == null ? held.to() != null : !days.to().equals(held.to())) {
            all.add(LineField.VALID_TO);
        }
        return all;
    }

    /**
     * A line as it is known for the days that matter.
     *
     * @param before the statement of the first of these days
     * @param end the last day of its last statement, absent where no end is known
     */
    record Known(RecordedLine before, @Nullable LocalDate end) {
        UUID id() {
            return before.id();
        }

        /** Whether the line still holds on a day or after it. */
        boolean reaches(LocalDate day) {
            return end == null || !end.isBefore(day);
        }
    }
}
