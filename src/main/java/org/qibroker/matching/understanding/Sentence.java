package org.qibroker.matching.understanding;

import java.util.Arrays;
import org.qibroker.matching.words.Simplified;

/** A text as it was written, and folded to one way of writing, place by place. */
final class Sentence {
    private static final String FROM = "～∼〜˜－–—−‐‑‒﹣：；（）％＋．／＝＜＞＊　\u00A0\t\r≦≧﹤﹥⩽⩾’‘";
    private static final String ONTO = "~~~~--------:;()%+./=<>*    ≤≥<>≤≥''";

    private final String written;
    private final String text;
    private final int[] origins;

    private Sentence(String written, String text, int[] origins) {
        this.written = written;
        this.text = text;
        this.origins = origins;
    }

    /** Folds full-width and traditional forms; commas of both widths stay what they are. */
    static Sentence of(String written) {
        StringBuilder text = new StringBuilder(written.length());
        int[] origins = new int[written.length() + 1];
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Character.getType(c) != Character.FORMAT) {
                origins[text.length()] = i;
                text.append(folded(c));
            }
        }
        origins[text.length()] = written.length();
        return new Sentence(written, text.toString(), Arrays.copyOf(origins, text.length() + 1));
    }

    private static char folded(char c) {
        int place = FROM.indexOf(c);
        if (place >= 0) {
            return ONTO.charAt(place);
        }
        boolean wide = c >= 0xFF01 && c <= 0xFF5E && c != '，';
        return wide ? (char) (c - 0xFEE0) : Simplified.of(c);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    /** The place in the text as written. */
    int origin(int place) {
        return origins[place];
    }

    /** The place in the text as written behind what stands before a place. */
    int end(int place) {
        return place == 0 ? 0 : origins[place - 1] + 1;
    }

    /** What was written between two places. */
    String written(int from, int to) {
        return written.substring(origins[from], end(to));
    }
}
