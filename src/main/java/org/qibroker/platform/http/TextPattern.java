package org.qibroker.platform.http;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@link MessageFormat}, taken apart once. What has formats or quotes of its own is left to that class; the
 * others, which are nearly all, are put together here, many times faster.
 */
final class TextPattern {
    private static final int PLAIN = 1000;

    private final String pattern;
    private final @Nullable List<Object> pieces;

    private TextPattern(String pattern, @Nullable List<Object> pieces) {
        this.pattern = pattern;
        this.pieces = pieces;
    }

    static TextPattern of(String pattern) {
        List<Object> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean quote = c == '\'';
            boolean place = c == '{'
                    && i + 2 < pattern.length()
                    && Character.isDigit(pattern.charAt(i + 1))
                    && pattern.charAt(i + 2) == '}';
            if (quote && i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                text.append(c);
                i++;
            } else if (place) {
                pieces.add(text.toString());
                pieces.add(pattern.charAt(i + 1) - '0');
                text.setLength(0);
                i += 2;
            } else if (quote || c == '{' || c == '}') {
                return new TextPattern(pattern, null);
            } else {
                text.append(c);
            }
        }
        pieces.add(text.toString());
        return new TextPattern(pattern, pieces);
    }

    /** The text with texts and whole numbers set in. */
    String format(Locale locale, Object[] arguments) {
        if (pieces == null) {
            return new MessageFormat(pattern, locale).format(arguments);
        }
        StringBuilder text = new StringBuilder();
        for (Object piece : pieces) {
            text.append(piece instanceof Integer place ? argument(locale, place, arguments) : piece);
        }
        return text.toString();
    }

    private static String argument(Locale locale, int place, Object[] arguments) {
        if (place >= arguments.length) {
            return "{" + place + "}";
        }
        Object argument = arguments[place];
        boolean large = argument instanceof Number number && Math.abs(number.longValue()) >= PLAIN;
        return large ? NumberFormat.getInstance(locale).format(argument) : String.valueOf(argument);
    }
}
