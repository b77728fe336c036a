package org.qibroker.matching.understanding.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one kind of fact at a place of a sentence, looking no further than its window. */
@FunctionalInterface
public interface Rule {
    /** The widest window: no fact is longer. */
    int WINDOW = 90;

    /** The fact that begins at a place, if one does. */
    @Nullable
    Found read(String text, int at);

    /** A match that begins at a place, within the window. */
    static @Nullable Matcher match(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text)
                .region(at, Math.min(text.length(), at + WINDOW))
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return matcher.lookingAt() ? matcher : null;
    }
}
