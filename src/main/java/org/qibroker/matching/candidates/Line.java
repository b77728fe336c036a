package org.qibroker.matching.candidates;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.Parts;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;

/** A line past the gates: where it is in the columns. What it says is read when asked for. */
public final class Line {
    private final JudgedLines judged;
    private final int row;
    private @Nullable Capability capability;

    /**
     * A line in a row.
     *
     * @param judged where it was judged, and can be read
     */
    Line(JudgedLines judged, int row) {
        this.judged = judged;
        this.row = row;
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

    private Reading reading() {
        return judge().reading(lines(), row);
    }

    /** What is asked of lines of its kind. */
    KindAsked asked() {
        return reading().asked();
    }

    /** The kind it is read in; {@code null} if it does not say one. */
    @Nullable
    public QuantityKind kind() {
        return reading().kind();
    }

    @Nullable
    QuantityRange range() {
        return reading().range();
    }

    /** Its range in the base unit; {@code null} if there is only text, or none. */
    @Nullable
    public Interval base() {
        return reading().base();
    }

    /** Its uncertainty in the terms asked. */
    Stated stated() {
        return judge().stated(lines(), row, asked());
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
                .levelUnit(Objects.requireNonNull(reading().range()).unit());
    }
}
