package org.qibroker.matching.understanding.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * A range: {@code 0~300 mm}, {@code 100 Ω to 1 kΩ}, {@code ±180°}, {@code ≤10 kN}, {@code 300mm以内}; one value with its unit
 * is a range of just that value.
 */
public final class RangeRule implements Rule {
    private static final double COARSE = 0.001;
    private static final Pattern LABEL = Pattern.compile("(?i:(?:测量范围|测量上限|量程范围|量程|范围|规格|最大称量|最大载荷|"
            + "(?:measuring |measurement )?range|capacity|from|between)(?: ?(?:为|是|在|of|:|is))? ?)");
    private static final Pattern CURRENT =
            Pattern.compile("(?:(?i:(DC|AC)(?![\\p{IsLatin}])|直流|交流)[ :]{0,2}(?=[-+(±≤<>\\d]))");
    private static final Pattern BELOW = Pattern.compile("(?i:≤|<=|<|up to|max\\.?|最大|不超过|小于等于|小于|below) ?");
    private static final Pattern ABOVE = Pattern.compile("(?i:≥|>=|>|at least|不小于|大于等于|大于|至少|above|over) ?");
    private static final Pattern PLUS_MINUS = Pattern.compile("(?:±|\\+/-) ?");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{IsLatin}\\d.])" + Figures.NUMBER);
    private static final Pattern UP_TO = Pattern.compile("(?i: ?(?:~|-{1,2}|…|至|到|to|and) ?)");
    private static final Pattern BEHIND_BELOW = Pattern.compile(" ?(?:以内|以下|及以下|之内)");
    private static final Pattern BEHIND_ABOVE = Pattern.compile(" ?(?:以上|及以上)");

    private final UnitRegistry registry;
    private final UnitFinder units;
    private final RangeParser ranges;

    /** Knows these units. */
    public RangeRule(UnitRegistry registry) {
        this.registry = registry;
        this.units = new UnitFinder(registry);
        this.ranges = new RangeParser(registry);
    }

    /**
     * Where a piece of text ended, and how it reads to the parser.
     *
     * @param unit of the lower end, where it has one of its own
     */
    private record Piece(String text, int end, @Nullable String unit) {
        Piece(String text, int end) {
            this(text, end, null);
        }
    }

    /** A range from ohms to gigaohms is told in ohms. */
    private QuantityRange fine(QuantityRange range, Piece piece) {
        Interval.@Nullable End lower = range.interval().lower();
        boolean coarse = lower != null && lower.value() > 0 && lower.value() < COARSE;
        return piece.unit == null || !coarse
                ? range
                : registry.find(piece.unit, range.unit().kind())
                        .map(unit -> range.in(unit))
                        .orElse(range);
    }

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher label = Rule.match(LABEL, text, at);
        int from = label == null ? at : label.end();
        Matcher current = Rule.match(CURRENT, text, from);
        int begin = current == null ? from : current.end();
        Piece piece = piece(text, begin);
        if (piece == null) {
            return null;
        }
        String prefix = current == null
                ? ""
                : current.group().startsWith("交") || current.group().startsWith("A") ? "AC " : "DC ";
        QuantityRange range = ranges.parse(prefix + piece.text, null).orElse(null);
        return range == null ? null : new Found(fact(range, piece, current != null), at, piece.end);
    }

    private @Nullable Piece piece(String text, int at) {
        Matcher one;
        if ((one = Rule.match(PLUS_MINUS, text, at)) != null) {
            Piece around = led("±", text, one.end());
            return around == null || around.text.endsWith("%") ? null : around;
        }
        if ((one = Rule.match(BELOW, text, at)) != null) {
            return led("≤", text, one.end());
        }
        if ((one = Rule.match(ABOVE, text, at)) != null) {
            return led("≥", text, one.end());
        }
        return twoSided(text, at);
    }

    private @Nullable Piece led(String sign, String text, int at) {
        Matcher number = Rule.match(NUMBER, text, at);
        UnitFinder.Hit unit = number == null ? null : units.at(text, number.end());
        return number == null || unit == null
                ? null
                : new Piece(sign + number.group(1) + " " + unit.symbol(), unit.end());
    }

    private @Nullable Piece twoSided(String text, int at) {
        boolean opened = at < text.length() && text.charAt(at) == '(';
        Matcher first = Rule.match(NUMBER, text, opened ? at + 1 : at);
        if (first == null || (at > 0 && text.charAt(at - 1) == '±')) {
            return null;
        }
        UnitFinder.Hit unit = units.at(text, first.end());
        int end = unit == null ? first.end() : unit.end();
        Matcher upTo = Rule.match(UP_TO, text, end);
        Matcher second = upTo == null ? null : Rule.match(NUMBER, text, upTo.end());
        if (second == null) {
            return unit == null || opened ? null : one(first.group(1) + " " + unit.symbol(), text, end);
        }
        int close = opened && second.end() < text.length() && text.charAt(second.end()) == ')' ? 1 : 0;
        UnitFinder.Hit last = units.at(text, second.end() + close);
        if (last == null) {
            return null;
        }
        String from = unit == null ? first.group(1) : first.group(1) + " " + unit.symbol();
        return new Piece(
                from + " ~ " + second.group(1) + " " + last.symbol(), last.end(), unit == null ? null : unit.symbol());
    }

    private static Piece one(String value, String text, int end) {
        Matcher below = Rule.match(BEHIND_BELOW, text, end);
        Matcher above = Rule.match(BEHIND_ABOVE, text, end);
        if (below != null) {
            return new Piece("≤" + value, below.end());
        }
        return above == null ? new Piece(value, end) : new Piece("≥" + value, above.end());
    }

    private Fact fact(QuantityRange read, Piece piece, boolean current) {
        QuantityRange range = fine(read, piece);
        Interval.@Nullable End lower = range.interval().lower();
        Interval.@Nullable End upper = range.interval().upper();
        return new Fact.Range(
                new RangeAsked(
                        lower == null ? null : lower.value(),
                        upper == null ? null : upper.value(),
                        piece.text.endsWith(UnitFinder.AMBIGUOUS)
                                ? UnitFinder.AMBIGUOUS
                                : range.unit().symbol()),
                current ? range.unit().kind().key() : null);
    }
}
