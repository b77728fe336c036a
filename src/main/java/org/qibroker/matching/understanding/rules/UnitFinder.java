package org.qibroker.matching.understanding.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/** Finds the unit behind a number. */
public final class UnitFinder {
    /** An angle or a temperature: the subject tells. */
    static final String AMBIGUOUS = "度";

    private static final int LONGEST = 14;
    private static final int LONGEST_HAN = 5;

    private final UnitRegistry units;

    /** Finds these units. */
    public UnitFinder(UnitRegistry units) {
        this.units = units;
    }

    /**
     * A unit.
     *
     * @param end the place behind it
     */
    record Hit(String symbol, int end) {}

    /** The longest unit at a place, behind at most one blank; a Latin one only where its letters end. */
    @Nullable
    Hit at(String text, int place) {
        int from = place < text.length() && text.charAt(place) == ' ' ? place + 1 : place;
        int most = from < text.length() && opens(text.charAt(from)) ? reach(text, from) : from;
        for (int end = most; end > from; end--) {
            List<Unit> known = ends(text, end) ? units.all(text.substring(from, end)) : List.of();
            if (!known.isEmpty() && !preposition(text, from, end)) {
                String written = text.substring(from, end);
                return new Hit(
                        written.equals(AMBIGUOUS) ? written : known.get(0).symbol(), end);
            }
        }
        return null;
    }

    private static boolean opens(char c) {
        return Character.isLetter(c) || "%‰°℃℉′″'\"".indexOf(c) >= 0;
    }

    /** How far a unit may reach: Latin letters and signs, with single blanks; few Chinese characters. */
    private static int reach(String text, int from) {
        boolean han = Letters.han(text.charAt(from));
        int end = from + 1;
        while (end < text.length()
                && end - from < (han ? LONGEST_HAN : LONGEST)
                && (Letters.han(text.charAt(end)) == han || "·/".indexOf(text.charAt(end)) >= 0)
                && ",，、;。~±≤\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The word in, as in {@code 5 in Pudong}, is no inch. */
    private static boolean preposition(String text, int from, int end) {
        return text.substring(from, end).equals("in")
                && end + 1 < text.length()
                && text.charAt(end) == ' '
                && Character.isUpperCase(text.charAt(end + 1));
    }

    private static boolean ends(String text, int end) {
        if (text.charAt(end - 1) == ' ') {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char next = text.charAt(end);
        boolean over = next == '/' && end + 1 < text.length() && latin(text.charAt(end + 1));
        boolean goesOn = over || "·²³".indexOf(next) >= 0;
        return !goesOn && !(latin(last) && (latin(next) || Character.isDigit(next)));
    }

    private static boolean latin(char c) {
        return c < 0x400 && Character.isLetter(c);
    }
}
