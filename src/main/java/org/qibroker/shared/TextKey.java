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
        if (isKey(text)) {
            return text;
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Whether a text is its own key, as that of most Chinese words is. */
    private static boolean isKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean same = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= '\u4e00' && c <= '\u9fff');
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
