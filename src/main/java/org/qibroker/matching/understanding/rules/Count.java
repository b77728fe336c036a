package org.qibroker.matching.understanding.rules;

import java.util.List;
import java.util.Locale;

/** Whole numbers as people write them: 12, 一, 两, 十二, two. */
public final class Count {
    /** What a count looks like. */
    static final String PATTERN = "(\\d{1,6}|[一二两三四五六七八九十百]{1,5}|"
            + "(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[ -]))";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final List<String> ENGLISH = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Count() {}

    /** The number; -1 if it is none. */
    public static int of(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int english = ENGLISH.indexOf(text.toLowerCase(Locale.ROOT));
        return english >= 0 ? english : chinese(text.replace('两', '二'));
    }

    private static int chinese(String text) {
        int total = 0;
        int digit = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                if (digit >= 0) {
                    return -1;
                }
                digit = value;
            } else {
                total += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = -1;
            }
        }
        return digit < 0 ? total : total + digit;
    }
}
