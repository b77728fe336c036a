package org.qibroker.matching.understanding.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.ValueAsked;

/** The largest uncertainty: {@code U≤0.02mm}, {@code 不确定度优于0.5%(k=2)}, {@code uncertainty better than 1 ppm}. */
public final class LimitRule implements Rule {
    private static final Pattern NAME = Pattern.compile("(?:(?i:(相对|relative )?(?:的?(?:扩展|测量))?(?:的)?不确定度|"
            + "(relative )?(?:expanded |measurement ){0,2}uncertainty)(?:要求|应|为)?(?: ?\\(?U(?i:rel|r)?\\)?)?|(?<![\\p{IsLatin}\\d])[Uu](rel|r|95|max)?(?![\\p{IsLatin}\\d]))"
            + "(?: ?[(,，]? ?k ?= ?\\d(?:\\.\\d{1,2})? ?\\)?)?");
    private static final Pattern BOUND = Pattern.compile("(?i: ?" + Figures.AT_MOST + "? ?±? ?" + Figures.NUMBER + ")");
    private static final Pattern BEHIND = Pattern.compile("(?i: ?(?:以内|以下|或更好|or better))");

    private final UnitFinder units;

    /** Knows these units. */
    public LimitRule(UnitFinder units) {
        this.units = units;
    }

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher name = Rule.match(NAME, text, at);
        Matcher bound = name == null ? null : Rule.match(BOUND, text, name.end());
        UnitFinder.Hit unit = bound == null ? null : units.at(text, bound.end());
        if (name == null || bound == null || unit == null) {
            return null;
        }
        double value = Double.parseDouble(bound.group(1));
        if (!(value > 0) || !Double.isFinite(value)) {
            return null;
        }
        Matcher behind = Rule.match(BEHIND, text, unit.end());
        Boolean relative = relative(name) ? true : null;
        return new Found(
                new Fact.Limit(new ValueAsked(value, unit.symbol(), relative)),
                at,
                behind == null ? unit.end() : behind.end());
    }

    private static boolean relative(Matcher name) {
        String index = name.group(3) == null ? "" : name.group(3).toLowerCase(Locale.ROOT);
        return name.group(1) != null
                || name.group(2) != null
                || index.startsWith("r")
                || name.group().toLowerCase(Locale.ROOT).contains("urel");
    }
}
