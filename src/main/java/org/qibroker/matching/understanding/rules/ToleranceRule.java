package org.qibroker.matching.understanding.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tolerance, and the ratio between it and the uncertainty: {@code MPE ±0.03mm}, {@code 比例4:1}, {@code U≤MPE/3}. */
public final class ToleranceRule implements Rule {
    private static final double LARGEST_RATIO = 100;
    private static final Pattern TOLERANCE = Pattern.compile(
            "(?i:(?:mpe|最大允许误差|最大允差|允许误差|允差|公差|tolerance|" + "maximum permissible error)(?: ?\\(?mpe\\)?)? ?"
                    + Figures.AT_MOST + "? ?(?:±|\\+/-)? ?" + Figures.NUMBER + ")");
    private static final Pattern RATIO = Pattern.compile(
            "(?i:(?:(?:tur|tar|准确度比|不确定度比|比例|比率|ratio)(?: of)? ?(?:≥|>=|=|:|为|不小于|at least)? ?"
                    + "(\\d{1,2}(?:\\.\\d{1,2})?)(?: ?(?::|to|比) ?1(?!\\d))?)|(?:(?<![\\d.])(\\d{1,2}) ?(?::|to|比) ?1(?![\\d.]))"
                    + "|(?:(?:u ?(?:≤|<=|<|=) ?)?(?:mpe|允差|最大允许误差)(?: ?/ ?|的1/)(\\d{1,2}))|(?:(三|四|五|十)分之一(?:原则)?)|(?:1/(3|4|5|10)原则))");

    private final UnitFinder units;

    /** Knows these units. */
    public ToleranceRule(UnitFinder units) {
        this.units = units;
    }

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher ratio = Rule.match(RATIO, text, at);
        if (ratio != null) {
            double value = ratio(ratio);
            return value < 1 || value > LARGEST_RATIO ? null : new Found(new Fact.Ratio(value), at, ratio.end());
        }
        Matcher tolerance = Rule.match(TOLERANCE, text, at);
        UnitFinder.Hit unit = tolerance == null ? null : units.at(text, tolerance.end());
        if (tolerance == null || unit == null) {
            return null;
        }
        double value = Math.abs(Double.parseDouble(tolerance.group(1)));
        boolean sound = value > 0 && Double.isFinite(value);
        return sound ? new Found(new Fact.Tolerance(value, unit.symbol()), at, unit.end()) : null;
    }

    private static double ratio(Matcher match) {
        for (int group : new int[] {1, 2, 3, 5}) {
            if (match.group(group) != null) {
                return Double.parseDouble(match.group(group));
            }
        }
        return Count.of(match.group(4));
    }
}
