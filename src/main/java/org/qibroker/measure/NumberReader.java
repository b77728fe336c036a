package org.qibroker.measure;

import java.util.OptionalDouble;

/**
 * Reads one number. A blank or comma groups digits only where that is sure: {@code 10 000}, {@code 1,000}, {@code 0.000
 * 47}; {@code 10 200} may as well be two numbers and {@code 0,5} a decimal comma.
 */
final class NumberReader {
    private final String text;
    private final StringBuilder digits = new StringBuilder();
    private int at;

    NumberReader(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Where the number ended. */
    int end() {
        return at;
    }

    OptionalDouble read() {
        if (peek(0) == '+' || peek(0) == '-') {
            digits.append(text.charAt(at++));
            skipBlank();
        }
        boolean readable;
        if (text.startsWith("10^", at)) {
            digits.append("1e");
            at += 3;
            readable = takeSignAndDigits();
        } else {
            readable = integerPart();
            fraction();
            readable = readable && exponent();
        }
        if (!readable || isDigit(0) || (peek(0) == '.' && isDigit(1))) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(digits.toString());
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private boolean integerPart() {
        int first = at;
        takeDigits();
        int length = at - first;
        if (length == 0) {
            return peek(0) == '.' && isDigit(1);
        }
        char mark = peek(0);
        if (length <= 3 && text.charAt(first) != '0' && (mark == ' ' || mark == ',') && endsInThousands(mark)) {
            while (peek(0) == mark && isGroup(at + 1, 3)) {
                digits.append(text, at + 1, at + 4);
                at += 4;
            }
        }
        return true;
    }

    private boolean endsInThousands(char mark) {
        int probe = at;
        String last = "";
        while (probe < text.length() && text.charAt(probe) == mark && isGroup(probe + 1, 3)) {
            last = text.substring(probe + 1, probe + 4);
            probe += 4;
        }
        return last.equals("000");
    }

    private void fraction() {
        if (peek(0) != '.') {
            return;
        }
        digits.append(text.charAt(at++));
        int first = at;
        takeDigits();
        if (at - first == 3) {
            while (peek(0) == ' ' && isGroup(at + 1, 3)) {
                digits.append(text, at + 1, at + 4);
                at += 4;
            }
            for (int length = 2; length >= 1; length--) {
                if (peek(0) == ' ' && isGroup(at + 1, length)) {
                    digits.append(text, at + 1, at + 1 + length);
                    at += length + 1;
                }
            }
        }
    }

    /** Whether exactly so many digits stand there. */
    private boolean isGroup(int from, int length) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end - from == length;
    }

    /** Takes an exponent if there is one; false if one begins that cannot be read. */
    private boolean exponent() {
        int start = at;
        if ((peek(0) == 'e' || peek(0) == 'E') && (isDigit(1) || ((peek(1) == '-' || peek(1) == '+') && isDigit(2)))) {
            digits.append('e');
            at++;
            takeSignAndDigits();
            return true;
        }
        skipBlank();
        if (peek(0) == '×' || peek(0) == 'x' || peek(0) == '*' || peek(0) == '·') {
            at++;
            skipBlank();
            if (text.startsWith("10^", at)) {
                at += 3;
                digits.append('e');
                return takeSignAndDigits();
            }
            if (text.startsWith("10", at)) {
                return false;
            }
        }
        at = start;
        return true;
    }

    private boolean takeSignAndDigits() {
        boolean braces = peek(0) == '(' || peek(0) == '{';
        at += braces ? 1 : 0;
        if (peek(0) == '-' || peek(0) == '+') {
            digits.append(text.charAt(at++));
        }
        int first = at;
        takeDigits();
        at += braces ? 1 : 0;
        return at > first && at - first < 6;
    }

    private void takeDigits() {
        while (isDigit(0)) {
            digits.append(text.charAt(at++));
        }
    }

    private void skipBlank() {
        if (peek(0) == ' ') {
            at++;
        }
    }

    private boolean isDigit(int ahead) {
        char c = peek(ahead);
        return c >= '0' && c <= '9';
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
