package org.qibroker.measure.unit;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the many ways to type a sign down to one, without changing what it says. */
public final class Notation {
    private static final String FROM = "‐‑‒–—―−﹣∼〜～˜∙•⋅・º˚\u2126ῼμɛ’‘′“”″；：＝≦≧﹤﹥。";
    private static final String ONTO = "--------~~~~····°°ΩΩµε′′′″″″;:=≤≥<>.";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String PLAIN = "0123456789+-";
    private static final Pattern POWER_OF_TEN = Pattern.compile("(?<=10)([⁺⁻]?[⁰¹²³⁴-⁹]+)");
    private static final Pattern SPLIT_OHM = Pattern.compile("(?<=[\\d ][kMGTmµn]) Ω");

    private Notation() {}

    /** Half-width, one kind of dash, tilde, dot, prime, ohm and micro sign; blanks single; powers of ten as 10^-6. */
    public static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(folded, c));
        String blanks = folded.toString().strip();
        String primes =
                blanks.replace("''", "″").replace("′′", "″").replace('\'', '′').replace('"', '″');
        return SPLIT_OHM.matcher(powers(primes)).replaceAll("Ω");
    }

    /** Whether each of its characters stands for itself; most texts are such. */
    private static boolean isFolded(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c > ' ' && c < 0x7F && c != '\'' && c != '"') || (c >= 0x4E00 && c <= 0x9FFF) || c == 'µ';
            if (!plain && (c != ' ' || blank)) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank;
    }

    private static void append(StringBuilder out, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        } else if (c == '℃') {
            out.append("°C");
        } else if (c == '℉') {
            out.append("°F");
        } else if (c == '，') {
            out.append(", ");
        } else if (FROM.indexOf(c) >= 0) {
            out.append(ONTO.charAt(FROM.indexOf(c)));
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            out.append((char) (c - 0xFEE0));
        } else if (c >= 0x3371 && c <= 0x33DF) {
            out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                    .replace('μ', 'µ'));
        } else if (!isInvisible(c)) {
            out.appendCodePoint(c);
        }
    }

    /** Whether a sign is a letter of an alphabet – Latin, Greek, Cyrillic … – and so runs on into a word. */
    public static boolean isAlphabetic(char c) {
        return Character.isLetter(c) && c < 0x2E80;
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0xFE0F;
    }

    private static String powers(String text) {
        return POWER_OF_TEN.matcher(text).replaceAll(m -> "^" + Matcher.quoteReplacement(plain(m.group(1))));
    }

    private static String plain(String superscripts) {
        StringBuilder out = new StringBuilder();
        superscripts.chars().forEach(c -> out.append(PLAIN.charAt(SUPERSCRIPTS.indexOf(c))));
        return out.toString();
    }
}
