package org.qibroker.account;

import java.util.Locale;

/** The unified social credit code (统一社会信用代码), GB 32100-2015. */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    private Uscc() {}

    /** The code as it is kept: without blanks, in capitals. */
    public static String normalised(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a normalised code has 18 characters of the code's alphabet and the right check character. */
    public static boolean valid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
    }

    /**
     * The check character of the first 17: 31 minus the sum of each character's value times 3^(place-1), modulo 31
     * (GB 32100-2015, 4.6).
     *
     * @throws IllegalArgumentException if there are not 17 characters of the code's alphabet
     */
    public static char check(String first17) {
        if (first17.length() != LENGTH - 1) {
            throw new IllegalArgumentException("17 characters needed, were " + first17.length());
        }
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < first17.length(); place++) {
            sum += valueOf(first17.charAt(place)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt(Math.floorMod(-sum, MODULUS));
    }

    private static int valueOf(char c) {
        int value = ALPHABET.indexOf(c);
        if (value < 0) {
            throw new IllegalArgumentException("not a character of the code: " + c);
        }
        return value;
    }
}
