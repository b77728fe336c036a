package org.qibroker.shared;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Thirty-two digits and letters that people do not take for one another, for codes that are typed and read aloud. */
public final class PlainCharacters {
    private static final String ALL = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private PlainCharacters() {}

    /** So many of them by chance, five bits each. */
    public static String random(RandomGenerator chance, int length) {
        return chance.ints(length, 0, ALL.length())
                .mapToObj(i -> String.valueOf(ALL.charAt(i)))
                .collect(Collectors.joining());
    }

    /** What somebody typed: blanks and hyphens left out, in capital letters, O read as 0, I and L as 1. */
    public static String read(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** A code in groups of four, to be read and typed. */
    public static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Whether the text is made of them. */
    public static boolean all(String text) {
        return text.chars().allMatch(c -> ALL.indexOf(c) >= 0);
    }
}
