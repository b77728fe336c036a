package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;

/** A line past the gates: where it is in the columns, and what was judged of it. Its texts are read when asked for. */
public final class Line {
    private static final int FAILURE = 256;

    private final LineJudge judge;
    private final Lines lines;
    private final int row;
    private final Reading reading;
    private final Stated stated;
    private final long verdicts;
    private final long group;
    private final int badness;
    private @Nullable Capability capability;

    /**
     * A line in a row.
     *
     * @param judged where it was judged, and can be read
     * @param verdicts of the gates, and of what does not depend on where in its range the line is used
     * @param group lines of the same number may be joined
     */
    Line(JudgedLines judged, int row, Reading reading, long verdicts, long group) {
        this.judge = judged.judge();
        this.lines = judged.lines();
        this.row = row;
        this.reading = reading;
        this.stated = judged.stated(row, reading);
        this.verdicts = verdicts;
        this.group = group;
        this.badness = Verdicts.failures(verdicts) * FAILURE + Verdicts.open(verdicts);
    }

    /** The kind as stated, or of the unit of its range; {@code null} if neither says. */
    public static @Nullable QuantityKind kindOf(Capability line) {
        QuantityRange range = line.measured().range();
        return line.measured().quantity() != null
                ? line.measured().quantity()
                : range == null ? null : range.unit().kind();
    }

    /** The range in the base unit of the kind, if the line states it in a unit of that kind. */
    public static @Nullable Interval baseOf(Capability line, @Nullable QuantityKind kind) {
        QuantityRange range = line.measured().range();
        return range == null || !range.unit().kind().equals(kind) ? null : range.inBase();
    }

    UUID id() {
        return lines.id(row);
    }

    /** Number of the place it belongs to. */
    int place() {
        return lines.place(row);
    }

    Lines lines() {
        return lines;
    }

    int row() {
        return row;
    }

    /** The line as it is read for the item. */
    public Capability capability() {
        Capability known = capability;
        if (known == null) {
            known = judge.read(lines, row);
            capability = known;
        }
        return known;
    }

    Capability.Terms terms() {
        return judge.terms(lines, row);
    }

    /** When the work on it can be done. */
    Days days() {
        return judge.days(terms());
    }

    /** The kind it is read in; {@code null} if it does not say one. */
    @Nullable
    public QuantityKind kind() {
        return reading.kind();
    }

    @Nullable
    QuantityRange range() {
        return reading.range();
    }

    /** Its range in the base unit; {@code null} if there is only text, or none. */
    @Nullable
    public Interval base() {
        return reading.base();
    }

    boolean hasRange() {
        return reading.span() != null;
    }

    /** Its range in plain numbers; only of a line that has one. */
    Span span() {
        return Objects.requireNonNull(reading.span());
    }

    /** Its uncertainty in the terms asked. */
    Stated stated() {
        return stated;
    }

    /** Whether it says nothing of its uncertainty. */
    boolean silent() {
        return judge.silent(lines, row);
    }

    long group() {
        return group;
    }

    long verdicts() {
        return verdicts;
    }

    /** The verdicts for a set that finishes later than this line alone. */
    long verdicts(LocalDate finish) {
        return Verdicts.with(verdicts, Criterion.MARK, judge.marks().mark(lines, row, finish));
    }

    /** How it passed the gates. */
    List<CriterionResult> gates() {
        return judge.gates(capability());
    }

    /** How bad its verdicts are: first how many fail, then how many leave something open. */
    int badness() {
        return badness;
    }
}
