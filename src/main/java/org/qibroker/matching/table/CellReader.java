package org.qibroker.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.standards.Designations;

/** Reads single cells; what it does not surely understand it does not read. */
final class CellReader {
    private static final int MOST_PIECES = 100_000;
    private static final int LONGEST = 200;
    private static final Pattern PARTS = Pattern.compile("[;；、\\n]|,(?!\\d)|，");
    private static final Pattern MARK = Pattern.compile("[A-Z][A-Z0-9]{1,9}|计量授权");
    private static final Pattern PIECES = Pattern.compile("(\\d{1,6})\\s*[\\p{IsHan}\\p{IsLatin}]{0,6}\\.?");
    private static final Pattern VALUE = Pattern.compile(
            "(U(?:95|rel|r)?|扩展不确定度|不确定度|MPE|最大允许误差|允许误差|允差)?\\s*[:：]?\\s*(?:≤|<=|<|=|不大于|优于)?\\s*(±)?\\s*"
                    + "(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\s*([^\\d\\s,，;；(（]\\S{0,11}?)?\\s*"
                    + "(?:[,，;；(（]?\\s*k\\s*=\\s*(\\d+(?:\\.\\d+)?)\\s*[)）]?)?",
            Pattern.CASE_INSENSITIVE);

    private final UnitRegistry units;
    private final RangeParser ranges;

    CellReader(UnitRegistry units) {
        this.units = units;
        this.ranges = new RangeParser(units);
    }

    /** A range, in the unit of the heading where the cell names none. */
    Optional<RangeAsked> range(String cell, @Nullable String unit) {
        return asked(cell)
                .or(() -> unit == null || units.find(unit).isEmpty() ? Optional.empty() : asked(cell + " " + unit));
    }

    private Optional<RangeAsked> asked(String cell) {
        return cell.length() > LONGEST
                ? Optional.empty()
                : ranges.parse(cell, null)
                        .map(range -> new RangeAsked(
                                value(range.interval().lower()),
                                value(range.interval().upper()),
                                range.unit().symbol()));
    }

    private static @Nullable Double value(Interval.@Nullable End end) {
        return end == null ? null : end.value();
    }

    /**
     * How well: an uncertainty, or a limit of error.
     *
     * @param k coverage factor of the uncertainty, absent if it is the usual one
     */
    record Precision(@Nullable ValueAsked uncertainty, @Nullable ToleranceAsked tolerance, @Nullable Double k) {}

    /**
     * An uncertainty or a limit of error. A bare value is what the column holds; a class of accuracy is neither.
     *
     * @param limits whether the column holds limits of error
     */
    Optional<Precision> precision(String cell, @Nullable String unit, boolean limits) {
        Matcher value = VALUE.matcher(cell);
        if (cell.length() > LONGEST || !value.matches()) {
            return Optional.empty();
        }
        String symbol = value.group(4) == null ? unit : value.group(4);
        double number = Double.parseDouble(value.group(3));
        if (symbol == null || units.find(symbol).isEmpty() || number <= 0 || number > 1e30) {
            return Optional.empty();
        }
        String name = value.group(1) == null ? "" : value.group(1).toUpperCase(Locale.ROOT);
        boolean said = name.startsWith("U") || name.endsWith("不确定度");
        if (!said && (limits || !name.isEmpty() || value.group(2) != null)) {
            return Optional.of(new Precision(null, new ToleranceAsked(number, symbol, null), null));
        }
        Boolean relative = name.startsWith("UR") ? Boolean.TRUE : null;
        return Optional.of(new Precision(new ValueAsked(number, symbol, relative), null, factor(value.group(5))));
    }

    private static @Nullable Double factor(@Nullable String k) {
        double factor = k == null ? 2 : Double.parseDouble(k);
        return factor == 2 || factor < 1 || factor > 10 ? null : factor;
    }

    /** How many, such as {@code 5} or {@code 5把}. */
    Optional<Integer> pieces(String cell) {
        Matcher pieces = PIECES.matcher(cell);
        return pieces.matches()
                ? Optional.of(Integer.valueOf(pieces.group(1))).filter(n -> n >= 1 && n <= MOST_PIECES)
                : Optional.empty();
    }

    /** The standards a cell names; empty unless each part of it is one. */
    Optional<List<String>> methods(String cell) {
        List<String> parts = parts(cell);
        boolean all = parts.stream().allMatch(part -> Designations.parse(part).isPresent());
        return all && !parts.isEmpty() ? Optional.of(parts) : Optional.empty();
    }

    /** The marks a cell names; empty unless each part of it looks like one. */
    Optional<List<String>> marks(String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : parts(cell.replace('/', ';').replace('+', ';').replace(' ', ';'))) {
            parts.add(part.toUpperCase(Locale.ROOT));
        }
        boolean all = parts.stream().allMatch(part -> MARK.matcher(part).matches());
        return all && !parts.isEmpty() ? Optional.of(parts) : Optional.empty();
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(PARTS.split(cell))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .limit(10)
                .toList();
    }
}
