package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.Parts;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;

/** A line past the gates: where it is in the columns, and what was judged of it. Its texts are read when asked for. */
public final class Line {
    private static final int FAILURE = 256;
    private static final int UNKNOWN = -1;

    private final JudgedLines judged;
    private final int row;
    private final int place;
    private final Reading reading;
    private final long gates;
    private final long group;
    private @Nullable Stated stated;
    private long verdicts = UNKNOWN;
    private int badness = UNKNOWN;
    private @Nullable Capability capability;

    /**
     * A line in a row.
     *
     * @param judged where it was judged, and can be read
     * @param gates verdicts of the gates
     * @param group lines of the same number may be joined
     */
    Line(JudgedLines judged, int row, Reading reading, long gates, long group) {
        this.judged = judged;
        this.row = row;
        this.place = judged.lines().place(row);
        this.reading = reading;
        this.gates = gates;
        this.group = group;
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
        return lines().id(row);
    }

    int compareId(Line other) {
        return lines().compareId(row, other.id());
    }

    /** Number of the place it belongs to. */
    int place() {
        return place;
    }

    Lines lines() {
        return judged.lines();
    }

    private LineJudge judge() {
        return judged.judge();
    }

    private Parts parts() {
        return judge().parts();
    }

    /** The line as it is read for the item. */
    public Capability capability() {
        Capability known = capability;
        if (known == null) {
            known = judge().read(lines(), row);
            capability = known;
        }
        return known;
    }

    /** What it says in a column, by number. */
    int number(int column) {
        return lines().column(column).get(row);
    }

    /** What is remembered of what it says in a column that is never negative. */
    <T> T part(int column, Memo<T> known) {
        return known.get(number(column), lines(), row);
    }

    Capability.Terms terms() {
        return judge().terms(lines(), row);
    }

    /** What it offers by itself. */
    Offer offer() {
        return judge().offer(lines(), row);
    }

    /** When the work on it can be done. */
    Days days() {
        return judge().days(lines(), row);
    }

    /** What is asked of lines of its kind. */
    KindAsked asked() {
        return reading.asked();
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

    /** Whether its range has anything in common with the one range asked. */
    boolean meets() {
        return reading.meets();
    }

    /** Whether its range covers the one range asked. */
    boolean covers() {
        return reading.covers();
    }

    /** Its uncertainty in the terms asked. */
    Stated stated() {
        Stated known = stated;
        if (known == null) {
            known = judged.stated(row, reading);
            stated = known;
        }
        return known;
    }

    /** What it says of its range; {@code null} if nothing. */
    @Nullable
    String rangeText() {
        return parts().ranges().get(number(Lines.RANGE)).text();
    }

    /** What it says of its uncertainty; {@code null} if nothing. */
    @Nullable
    String uncertaintyText() {
        return parts().uncertainties().get(number(Lines.UNCERTAINTY)).text();
    }

    /** Its limitation; {@code null} if there is none. */
    @Nullable
    String limitation() {
        return parts().limitation(number(Lines.LIMITATION));
    }

    /** The marks it names, at its place. */
    public MarkRule.Named marks(Located place) {
        return new MarkRule.Named(
                place.provider(), place.site().id(), parts().marks().get(number(Lines.MARKS)));
    }

    /** The unit in which levels are shown; only of a line whose range was understood. */
    public Unit levelUnit() {
        return asked().uncertainty()
                .levelUnit(Objects.requireNonNull(reading.range()).unit());
    }

    long group() {
        return group;
    }

    /** The verdicts of the gates, and of what does not depend on where in its range the line is used. */
    long verdicts() {
        if (verdicts == UNKNOWN) {
            verdicts = gates | judged.verdicts(row);
        }
        return verdicts;
    }

    /** The verdicts for a set that finishes later than this line alone. */
    long verdicts(LocalDate finish) {
        return Verdicts.with(verdicts(), Criterion.MARK, judge().marks().mark(lines(), row, finish));
    }

    /** How many verdicts fail, of how bad they are. */
    static int failures(int badness) {
        return badness / FAILURE;
    }

    /** How many leave something open. */
    static int open(int badness) {
        return badness % FAILURE;
    }

    /** How bad its verdicts are: first how many fail, then how many leave something open. */
    int badness() {
        if (badness == UNKNOWN) {
            long known = verdicts();
            badness = Verdicts.failures(known) * FAILURE + Verdicts.open(known);
        }
        return badness;
    }
}
