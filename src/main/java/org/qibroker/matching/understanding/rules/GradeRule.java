package org.qibroker.matching.understanding.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accuracy classes, scale divisions and resolutions: no uncertainty and no range, so they are left as they stand. */
public final class GradeRule implements Rule {
    private static final String WORD =
            "(?:分度值|分度|分辨力|分辨率|精度等级|精度|准确度等级|准确度|等级|readability|resolution|accuracy|graduation)";
    private static final String VALUE = "±? ?\\d{1,9}(?:\\.\\d{1,9})? ?[\\p{IsLatin}µμΩ°℃%‰]{0,6}";
    private static final Pattern GRADE =
            Pattern.compile("(?i:(?:/ ?\\d{1,9}(?:\\.\\d{1,9})? ?[\\p{IsLatin}µμ%]{1,6})|(?:" + WORD
                    + "(?:为|是|:|=|≤| of)? ?" + VALUE + "级?)|(?:" + VALUE + " ?" + WORD
                    + ")|(?:(?<![\\d.])(?:\\d(?:\\.\\d{1,3})?[SDsd]?|[IⅠⅡⅢEFM一二三四]{1,3}\\d?) ?(?:级|等(?![待级]))))");

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher match = Rule.match(GRADE, text, at);
        return match == null ? null : new Found(new Fact.Left(), at, match.end());
    }
}
