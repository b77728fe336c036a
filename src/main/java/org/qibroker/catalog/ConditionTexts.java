package org.qibroker.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.measure.RangeParser;

/** Conditions that give several values in one text. */
final class ConditionTexts {
    private static final Pattern NAME = Pattern.compile("^\\s*(?:[^:：=]{1,60}?\\s*[:：=]\\s*)?");
    private static final Pattern APART =
            Pattern.compile("\\s*(?:,\\s+|[，、；;]|\\s/\\s|/(?=\\d)|\\s+(?:and|or)\\s+|[和或])\\s*");
    private static final Pattern BARE = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final Pattern UNIT = Pattern.compile("^[+-]?\\d+(?:\\.\\d+)?\\s*(\\D.*)$");

    private ConditionTexts() {}

    /**
     * One text for each value, as {@code 频率: 50 Hz} and {@code 频率: 60 Hz} for {@code 频率: 50 Hz, 60 Hz} or {@code
     * 频率: 50/60 Hz}; the text itself if it is anything else.
     */
    static List<String> apart(String text, RangeParser ranges) {
        Matcher name = NAME.matcher(text);
        int begin = name.lookingAt() ? name.end() : 0;
        String[] parts = APART.split(text.substring(begin).strip());
        if (parts.length < 2) {
            return List.of(text);
        }
        Matcher unit = UNIT.matcher(parts[parts.length - 1]);
        List<String> values = new ArrayList<>();
        for (String part : parts) {
            String value = BARE.matcher(part).matches() && unit.matches() ? part + " " + unit.group(1) : part;
            if (!isOneValue(value, ranges)) {
                return List.of(text);
            }
            values.add(text.substring(0, begin) + value);
        }
        return values;
    }

    private static boolean isOneValue(String text, RangeParser ranges) {
        return ranges.parse(text, null)
                .filter(range -> range.interval().isPoint())
                .isPresent();
    }
}
