package org.qibroker.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.KindChoice;
import org.qibroker.measure.unit.Unit;

/** Reads one range off a text, and stops behind it. */
final class RangeReader {
    /** How far the same range in two units may differ by rounding. */
    private static final double ROUNDING = 0.02;

    private static final String[] SEPARATORS = {"to", "~", "-", "至", "到", "...", "…"};

    private final Scanner in;
    private final KindChoice choice;

    RangeReader(Scanner in, KindChoice choice) {
        this.in = in;
        this.choice = choice;
    }

    /** One end as written: its number, its unit if it has one, and whether it belongs to the range. */
    private record Ending(double value, @Nullable String unit, boolean included) {
        Ending measuredIn(String other) {
            return new Ending(value, other, included);
        }
    }

    Optional<QuantityRange> read() {
        if (in.accept("±")) {
            return ending(true).flatMap(e -> range(new Ending(-e.value, null, true), e));
        }
        int start = in.mark();
        Optional<QuantityRange> oneSided = in.peek() == '(' ? Optional.empty() : oneSided();
        if (oneSided.isPresent()) {
            return oneSided;
        }
        in.reset(start);
        return twoSided();
    }

    /** Whether nothing follows but a full stop or a word that says no more than the unit does. */
    boolean atEnd() {
        int mark = in.mark();
        in.accept("diameter", "dia.", "dia", "直径");
        in.accept(".", ";");
        boolean end = in.atEnd();
        if (!end) {
            in.reset(mark);
        }
        return end;
    }

    /** Whether both are the same range but for rounding. */
    static boolean agree(QuantityRange one, QuantityRange other) {
        Interval a = one.inBase();
        Interval b = other.inBase();
        return one.unit().kind().equals(other.unit().kind())
                && agree(a.lower(), b.lower())
                && agree(a.upper(), b.upper());
    }

    private static boolean agree(Interval.@Nullable End a, Interval.@Nullable End b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        double larger = Math.max(Math.abs(a.value()), Math.abs(b.value()));
        return a.included() == b.included() && Math.abs(a.value() - b.value()) <= ROUNDING * larger;
    }

    private Optional<QuantityRange> oneSided() {
        Comparison comparison = Comparison.read(in);
        if (comparison == null) {
            return Optional.empty();
        }
        Optional<Ending> end = ending(comparison.included());
        if (end.isEmpty() || in.accept(SEPARATORS)) {
            return Optional.empty();
        }
        return comparison.upper() ? range(null, end.get()) : range(end.get(), null);
    }

    private Optional<QuantityRange> twoSided() {
        boolean square = in.accept("[");
        boolean opened = square || in.accept("(");
        Comparison over = Comparison.read(in);
        Optional<Ending> first = ending(over == null || over.included());
        if (first.isEmpty() || (over != null && square)) {
            return Optional.empty();
        }
        if (over != null && over.upper()) {
            return bounded(over, first.get());
        }
        Comparison between = Comparison.read(in);
        if (between != null) {
            return over == null && between.upper() ? chain(first.get(), between) : Optional.empty();
        }
        boolean comma = in.accept(",", ";");
        if (!comma && !in.accept(SEPARATORS)) {
            return over == null ? point(first.get(), opened, square) : bounded(over, first.get());
        }
        return second(new Opening(first.get(), opened, square, comma));
    }

    /** What has been read before the second end. */
    private record Opening(Ending first, boolean opened, boolean square, boolean comma) {}

    private Optional<QuantityRange> second(Opening opening) {
        Comparison under = Comparison.read(in);
        if (under != null && !under.upper()) {
            return Optional.empty();
        }
        Optional<Ending> second = ending(under == null || under.included());
        if (second.isEmpty()) {
            return Optional.empty();
        }
        boolean squareEnd = in.accept("]");
        boolean closed = squareEnd || in.accept(")");
        boolean brackets = opening.square || squareEnd;
        if ((opening.comma && !brackets) || (brackets && !(opening.opened && closed))) {
            return Optional.empty();
        }
        Ending first = opening.first;
        Ending lower = brackets ? new Ending(first.value, first.unit, opening.square) : first;
        Ending upper = brackets ? new Ending(second.get().value, second.get().unit, squareEnd) : second.get();
        return withUnitBehind(lower, upper, closed);
    }

    /** {@code 10 mm < L ≤ 50 mm}; the letter names what is measured. */
    private Optional<QuantityRange> chain(Ending lower, Comparison between) {
        if (in.letter().isEmpty()) {
            return Optional.empty();
        }
        Comparison second = Comparison.read(in);
        if (second == null || !second.upper()) {
            return Optional.empty();
        }
        Ending open = new Ending(lower.value, lower.unit, between.included());
        return ending(second.included()).flatMap(upper -> range(open, upper));
    }

    private Optional<QuantityRange> point(Ending value, boolean opened, boolean square) {
        if (!opened) {
            return range(value, value);
        }
        return !square && in.accept(")") ? withUnitBehind(value, value, true) : Optional.empty();
    }

    /** {@code (≤ 300) mm}. */
    private Optional<QuantityRange> bounded(Comparison comparison, Ending end) {
        if (!in.accept(")")) {
            return Optional.empty();
        }
        return comparison.upper() ? withUnitBehind(null, end, true) : withUnitBehind(end, null, true);
    }

    private Optional<QuantityRange> withUnitBehind(@Nullable Ending lower, @Nullable Ending upper, boolean closed) {
        String behind = closed ? in.unit().orElse(null) : null;
        if (behind == null) {
            return range(lower, upper);
        }
        if (upper == null) {
            return lower == null ? Optional.empty() : range(lower.measuredIn(behind), null);
        }
        if (upper.unit != null && !upper.unit.equals(behind)) {
            return Optional.empty();
        }
        return range(lower, upper.measuredIn(behind));
    }

    private Optional<Ending> ending(boolean included) {
        OptionalDouble number = in.number();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Ending(number.getAsDouble(), in.unit().orElse(null), included));
    }

    /** The range between two ends, in the unit of the last. */
    private Optional<QuantityRange> range(@Nullable Ending lower, @Nullable Ending upper) {
        String lowerUnit = lower == null ? null : lower.unit;
        String upperUnit = upper == null ? lowerUnit : upper.unit;
        if (upperUnit == null) {
            return lowerUnit == null ? bare(lower, upper) : Optional.empty();
        }
        String first = lowerUnit == null ? upperUnit : lowerUnit;
        return choice.settle(List.of(first, upperUnit)).flatMap(found -> between(lower, upper, found));
    }

    /** Numbers without a unit mean something only where the kind has no more than one. */
    private Optional<QuantityRange> bare(@Nullable Ending lower, @Nullable Ending upper) {
        return choice.units().onlyUnitOf(choice.kind()).flatMap(unit -> between(lower, upper, List.of(unit, unit)));
    }

    private static Optional<QuantityRange> between(@Nullable Ending lower, @Nullable Ending upper, List<Unit> found) {
        Unit unit = found.get(1);
        Interval.End low = lower == null ? null : converted(lower, found.get(0), unit);
        Interval.End high = upper == null ? null : converted(upper, unit, unit);
        if (low != null && high != null && low.value() == 0 && high.value() < 0) {
            return Optional.of(new QuantityRange(new Interval(high, low), unit));
        }
        Interval interval = new Interval(low, high);
        return interval.isEmpty() ? Optional.empty() : Optional.of(new QuantityRange(interval, unit));
    }

    private static Interval.End converted(Ending end, Unit from, Unit to) {
        double value = from.equals(to) ? end.value : to.fromBase(from.toBase(end.value));
        return new Interval.End(value, end.included);
    }
}
