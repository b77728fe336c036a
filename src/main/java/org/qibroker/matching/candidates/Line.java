package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;

/** A line past the gates: where it is in the columns, and what was judged of it. Its texts are read when asked for. */
public final class Line {
    private final LineJudge judge;
    private final Lines lines;
    private final int row;
    private final Judged judged;
    private @Nullable Capability capability;

    /**
     * What was judged.
     *
     * @param reading range and kind, as far as they are understood
     * @param uncertainty in terms of that kind
     * @param verdicts of the gates, and of what does not depend on where in its range the line is used
     * @param group lines of the same number may be joined
     */
    record Judged(Reading reading, Uncertainty uncertainty, long verdicts, long group) {}

    /**
     * How quantity and range are understood.
     *
     * @param kind as stated, or of the unit of its range; {@code null} if neither says
     * @param range in a unit of that kind; {@code null} if there is only text, or none
     * @param base the same in the base unit
     * @param again whether it had to be read in another kind than it was understood in at first
     * @param verdicts of the gate QUANTITY; a line that the item cannot be answered by is not covered
     */
    record Reading(
            @Nullable QuantityKind kind,
            @Nullable QuantityRange range,
            @Nullable Interval base,
            boolean again,
            long verdicts) {}

    Line(LineJudge judge, Lines lines, int row, Judged judged) {
        this.judge = judge;
        this.lines = lines;
        this.row = row;
        this.judged = judged;
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

    /** The line as it is read for the item. */
    public Capability capability() {
        Capability known = capability;
        if (known == null) {
            known = judge.read(lines, row);
            capability = known;
        }
        return known;
    }

    /** The kind it is read in; {@code null} if it does not say one. */
    @Nullable
    public QuantityKind kind() {
        return judged.reading.kind;
    }

    @Nullable
    QuantityRange range() {
        return judged.reading.range;
    }

    /** Its range in the base unit; {@code null} if there is only text, or none. */
    @Nullable
    public Interval base() {
        return judged.reading.base;
    }

    Uncertainty uncertainty() {
        return judged.uncertainty;
    }

    /** Whether it says nothing of its uncertainty. */
    boolean silent() {
        return judge.silent(lines, row);
    }

    long group() {
        return judged.group;
    }

    long verdicts() {
        return judged.verdicts;
    }

    /** The verdicts for a set that finishes later than this line alone. */
    long verdicts(LocalDate finish) {
        return Verdicts.with(judged.verdicts, Criterion.MARK, judge.mark(lines, row, finish));
    }

    /** How it passed the gates. */
    List<CriterionResult> gates() {
        return judge.gates(capability());
    }

    /** How many of its verdicts fail. */
    int failures() {
        return Verdicts.failures(judged.verdicts);
    }

    /** How many of its verdicts leave something open. */
    int conditions() {
        return Verdicts.open(judged.verdicts);
    }
}
