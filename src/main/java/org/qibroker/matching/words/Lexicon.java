package org.qibroker.matching.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds known words within a text. The time for one place is bounded by the length of the longest word.
 *
 * @param <T> what a word means
 */
public final class Lexicon<T> {
    private static final String JOINTS = " -./()°'、_·&“”";
    private static final int MOST_JOINTS = 2;
    private static final int ABBREVIATION = 2;

    private final String[] keys;
    private final List<T> meanings;

    /** A lexicon of words by their keys, as {@link org.qibroker.shared.TextKey} makes them. */
    public Lexicon(Map<String, T> byKey) {
        Map<String, T> sorted = new TreeMap<>(byKey);
        this.keys = sorted.keySet().toArray(String[]::new);
        this.meanings = new ArrayList<>(sorted.values());
    }

    /**
     * A word found.
     *
     * @param end where the text goes on behind it
     */
    public record Hit<T>(T meaning, int end) {}

    /** The longest word that begins at a place; Latin words only as a whole, abbreviations only with a capital. */
    public @Nullable Hit<T> longest(String text, int from) {
        int low = 0;
        int high = keys.length;
        int depth = 0;
        int joints = 0;
        Hit<T> best = null;
        for (int at = from; at < text.length() && low < high; at++) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                char lower = Character.toLowerCase(c);
                low = first(low, high, depth, lower);
                high = first(low, high, depth, (char) (lower + 1));
                depth++;
                joints = 0;
                if (low < high && keys[low].length() == depth && whole(text, from, at + 1, depth)) {
                    best = new Hit<>(meanings.get(low), at + 1);
                }
            } else if (depth == 0 || JOINTS.indexOf(c) < 0 || ++joints > MOST_JOINTS) {
                break;
            }
        }
        return best;
    }

    /** The first key, of those between, that has at a depth this letter or a later one. */
    private int first(int low, int high, int depth, char letter) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            String key = keys[middle];
            if (key.length() <= depth || key.charAt(depth) < letter) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static boolean whole(String text, int from, int end, int length) {
        boolean latin = isLatin(text.charAt(from));
        if (latin && from > 0 && isLatin(text.charAt(from - 1))) {
            return false;
        }
        if (isLatin(text.charAt(end - 1)) && end < text.length() && isLatin(text.charAt(end))) {
            return false;
        }
        boolean capital = text.substring(from, end).chars().anyMatch(Character::isUpperCase);
        return !latin || length > ABBREVIATION || capital;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
