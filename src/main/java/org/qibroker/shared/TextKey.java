package org.qibroker.shared;

import java.text.Normalizer;
import java.util.Locale;

/** Brings two spellings of the same words to the same key. */
public final class TextKey {
    private TextKey() {}

    /**
     * The key of a text: compatibility forms (full width, µ) folded, lower case, and everything that is neither letter
     * nor digit left out. An empty key means that the text says nothing.
     */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
