package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.qibroker.measure.unit.Notation;
import org.qibroker.measure.unit.UnitRegistry;

/** Reads a folded text from left to right. What does not match leaves the place where it is. */
final class Scanner {
    private final UnitRegistry units;
    private final String text;
    private int at;

    Scanner(String folded, UnitRegistry units) {
        this.text = folded;
        this.units = units;
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    boolean atEnd() {
        skipBlanks();
        return at >= text.length();
    }

    char peek() {
        skipBlanks();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** Takes one of the texts, the first that is there; letters must not go on behind a word. */
    boolean accept(String... expected) {
        skipBlanks();
        for (String one : expected) {
            if (text.regionMatches(true, at, one, 0, one.length()) && endsWord(one, at + one.length())) {
                at += one.length();
                return true;
            }
        }
        return false;
    }

    private boolean endsWord(String word, int end) {
        char last = word.charAt(word.length() - 1);
        return !Notation.isAlphabetic(last) || end >= text.length() || !Notation.isAlphabetic(text.charAt(end));
    }

    /** Takes a single Latin or Greek letter that stands for a quantity, as L in L/200. */
    Optional<String> letter() {
        skipBlanks();
        if (at < text.length()
                && Notation.isAlphabetic(text.charAt(at))
                && (at + 1 == text.length() || !Notation.isAlphabetic(text.charAt(at + 1)))) {
            return Optional.of(text.substring(at, ++at));
        }
        return Optional.empty();
    }

    /** Takes the longest spelling of a unit that ends here as a word; any kind. */
    Optional<String> unit() {
        return spelling(true);
    }

    /** As {@link #unit}, of one that a slash follows: µV of µV/V. */
    Optional<String> numerator() {
        return spelling(false);
    }

    private Optional<String> spelling(boolean slashGoesOn) {
        skipBlanks();
        int length = units.longestSpelling(text, at, slashGoesOn);
        if (length == 0) {
            return Optional.empty();
        }
        at += length;
        return Optional.of(text.substring(at - length, at));
    }

    /** Takes a decimal number, with digits in groups of three, an exponent as in 2e-6, or one as in 2×10^-6. */
    OptionalDouble number() {
        skipBlanks();
        int start = at;
        NumberReader reader = new NumberReader(text, at);
        OptionalDouble value = reader.read();
        at = value.isPresent() ? reader.end() : start;
        return value;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
