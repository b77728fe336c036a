package org.qibroker.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * What an uncertainty is an uncertainty of.
 *
 * @param kind the quantity, if known
 * @param range what it holds for, if understood
 */
record Measurand(UnitRegistry units, @Nullable QuantityKind kind, @Nullable QuantityRange range) {
    private static final Set<String> LOGARITHMIC = Set.of("level-db", "level-dbm", "sound-level", "ph");
    /** Units in which a range may be given while its formula counts in a smaller one. */
    private static final Set<String> TOO_LARGE_TO_BE_SURE = Set.of("ft", "yd", "mi");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("length", "LlDdHh"),
            Map.entry("mass", "WwMm"),
            Map.entry("volume", "V"),
            Map.entry("force", "F"),
            Map.entry("torque", "TM"),
            Map.entry("pressure", "pP"),
            Map.entry("vacuum", "pP"),
            Map.entry("temperature", "tTθ"),
            Map.entry("time", "tT"),
            Map.entry("voltage", "UV"),
            Map.entry("dc-voltage", "UV"),
            Map.entry("ac-voltage", "UV"),
            Map.entry("current", "I"),
            Map.entry("dc-current", "I"),
            Map.entry("ac-current", "I"),
            Map.entry("frequency", "f"),
            Map.entry("angle", "αθ"));

    static Measurand of(UnitRegistry units, @Nullable QuantityKind kind, @Nullable QuantityRange range) {
        return new Measurand(units, range == null ? kind : range.unit().kind(), range);
    }

    /** The unit of the measurand that is spelled so. */
    Optional<Unit> unit(String spelling) {
        return kind == null ? Optional.empty() : units.find(spelling, kind);
    }

    /** Whether a letter in a formula stands for the value measured; R, a resolution, does not. */
    boolean isVariable(String letter) {
        return letter.length() == 1 && isMeasured(letter);
    }

    private boolean isMeasured(String letter) {
        return "xX".contains(letter)
                || (kind != null && LETTERS.getOrDefault(kind.key(), "").contains(letter));
    }

    /** The unit a variable counts in: the one stated, else that of the range. */
    Optional<Unit> variableUnit(@Nullable String stated) {
        if (stated != null) {
            return unit(stated);
        }
        return range == null || TOO_LARGE_TO_BE_SURE.contains(range.unit().symbol())
                ? Optional.empty()
                : Optional.of(range.unit());
    }

    /** Whether a share of the value measured means anything: not of ℃, of which zero is arbitrary, nor of dB or pH. */
    boolean hasRatio() {
        if (kind == null) {
            return true;
        }
        boolean offset = range == null
                ? units.unitsOf(kind).stream().anyMatch(Unit::hasOffset)
                : range.unit().hasOffset();
        return !offset && !LOGARITHMIC.contains(kind.key());
    }

    /** How a bare share such as % has to be read. */
    enum Share {
        /** Of the value measured. */
        OF_VALUE,
        /** In the measurand's own unit, as % of relative humidity. */
        OWN_UNIT,
        /** Not sure. */
        UNCLEAR
    }

    Share share(String spelling) {
        if (kind == null) {
            return Share.UNCLEAR;
        }
        Optional<Unit> own = unit(spelling);
        if (own.isEmpty()) {
            boolean looksAlike = range != null && range.unit().symbol().startsWith("%");
            return looksAlike ? Share.UNCLEAR : Share.OF_VALUE;
        }
        Unit expected = range == null ? units.find(kind.baseUnit(), kind).orElse(null) : range.unit();
        return own.get().equals(expected) ? Share.OWN_UNIT : Share.UNCLEAR;
    }

    /** The full scale that % FS refers to: the length of the range in the base unit. */
    Optional<Double> span() {
        return range == null || !range.interval().isBounded()
                ? Optional.empty()
                : Optional.of(range.inBase().length());
    }

    /** The largest |value| of the range, in its unit. */
    OptionalDouble farthestFromZero() {
        if (range == null) {
            return OptionalDouble.empty();
        }
        Interval.End upper = range.interval().upper();
        Interval.End lower = range.interval().lower();
        if (upper == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(Math.abs(upper.value()), lower == null ? 0 : Math.abs(lower.value())));
    }

    /** The size of one unit over another of the same quantity, as of µV/V; any kind if none is known. */
    Optional<Double> ratio(String above, String below) {
        List<Unit> denominators =
                kind == null ? units.alone(below) : unit(below).map(List::of).orElse(List.of());
        return denominators.stream()
                .filter(unit -> !unit.hasOffset())
                .flatMap(unit -> units.find(above, unit.kind()).map(u -> u.factor() / unit.factor()).stream())
                .findFirst();
    }
}
