package org.qibroker.custody;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;
import org.qibroker.shared.PlainCharacters;
import org.qibroker.shared.Refusal;

/**
 * The code on the label of a sample: nine characters of chance and a check character by ISO/IEC 7064, MOD 37,36, which
 * finds every single wrong character and nearly every swap of two neighbours. Only characters that are not taken for
 * others are used; O reads as 0, I and L read as 1.
 *
 * @param value ten characters, as they stand in the QR code
 */
public record SampleCode(@JsonValue String value) {
    private static final String CHECKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int BODY = 9;
    private static final int MODULUS = 36;

    /** A new code. */
    static SampleCode fresh(RandomGenerator chance) {
        while (true) {
            String body = PlainCharacters.random(chance, BODY);
            String code = body + check(body);
            if (PlainCharacters.all(code)) {
                return new SampleCode(code);
            }
        }
    }

    /**
     * A code as somebody typed or scanned it, blanks and hyphens aside.
     *
     * @throws Refusal BAD_INPUT at {@code /code} if it is no code, or has a wrong character
     */
    public static SampleCode of(String typed) {
        String code = PlainCharacters.read(typed);
        if (code.length() != BODY + 1 || !PlainCharacters.all(code)) {
            throw Refusal.badInput("/code", "sample-code-form");
        }
        if (check(code.substring(0, BODY)) != code.charAt(BODY)) {
            throw Refusal.badInput("/code", "sample-code-check");
        }
        return new SampleCode(code);
    }

    /** The check character of a text by ISO/IEC 7064, MOD 37,36. */
    static char check(String text) {
        int product = MODULUS;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + CHECKED.indexOf(text.charAt(i))) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return CHECKED.charAt((MODULUS + 1 - product) % MODULUS);
    }

    /** In groups, to be read aloud. */
    public String spaced() {
        return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
