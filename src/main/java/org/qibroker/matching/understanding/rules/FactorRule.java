package org.qibroker.matching.understanding.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The coverage factor: {@code k=2}, {@code (k=3)}, {@code 包含因子 k=2}. */
public final class FactorRule implements Rule {
    private static final double LARGEST = 10;
    private static final Pattern FACTOR =
            Pattern.compile("(?i:[(,，]? ?(?:包含因子|coverage factor)? ?(?<![\\p{IsLatin}\\d])"
                    + "(?:k ?[=为]|(?<=包含因子)|(?<=coverage factor )) ?(\\d(?:\\.\\d{1,3})?) ?\\)?)");

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher match = Rule.match(FACTOR, text, at);
        double k = match == null ? 0 : Double.parseDouble(match.group(1));
        return match == null || k < 1 || k > LARGEST ? null : new Found(new Fact.Factor(k), at, match.end());
    }
}
