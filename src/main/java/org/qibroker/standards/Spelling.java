package org.qibroker.standards;

import java.text.Normalizer;

/** Brings the many ways to type a designation down to one. */
final class Spelling {
    private static final String DASHES = "‐‑‒–—―−﹣\u00AD";

    private Spelling() {}

    /** Half-width, one kind of dash and slash, single blanks; stray question marks and title brackets are blanks. */
    static String fold(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(compatible.length());
        compatible.codePoints().forEach(c -> append(out, c));
        return out.toString().strip();
    }

    private static void append(StringBuilder out, int c) {
        if (DASHES.indexOf(c) >= 0) {
            appendOnce(out, '-');
        } else if (c == '-') {
            appendOnce(out, '-');
        } else if (c == '∕' || c == '⁄') {
            out.append('/');
        } else if (c == '?' || c == '《' || c == '》' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            appendOnce(out, ' ');
        } else if (Character.getType(c) != Character.FORMAT) {
            out.appendCodePoint(c);
        }
    }

    private static void appendOnce(StringBuilder out, char c) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
            out.append(c);
        }
    }

    /** Whether a designation can begin here: not within a word or number. */
    static boolean startsWord(String text, int at) {
        return at == 0 || !isWordPart(text.charAt(at - 1));
    }

    /** Whether a designation can end here: no letter, digit, or dash or dot before one, goes on. */
    static boolean endsWord(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char next = text.charAt(at);
        if (isAscii(next)) {
            return false;
        }
        boolean joins = next == '-' || next == '.' || next == '/' || next == ':' || next == '+';
        return !joins || at + 1 >= text.length() || !isAscii(text.charAt(at + 1));
    }

    private static boolean isWordPart(char c) {
        return isAscii(c) || c == '/' || c == '-' || c == '.';
    }

    private static boolean isAscii(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
