package org.qibroker.catalog.lint;

import org.jspecify.annotations.Nullable;

/**
 * A change that mends a finding without saying anything new.
 *
 * @param before the text, or one of several texts of the field, that goes; absent for a whole line
 * @param after what takes its place; absent where nothing does
 */
public record Fix(Kind kind, @Nullable String before, @Nullable String after) {
    /** What is done. */
    public enum Kind {
        /** One text takes the place of another; several methods are separated by semicolons. */
        REPLACE,
        /** The text goes. */
        REMOVE,
        /** The line ends today, because another one says the same. */
        END_LINE
    }

    /** One text in place of another. */
    public static Fix replace(String before, String after) {
        return new Fix(Kind.REPLACE, before, after);
    }

    /** A text that goes. */
    public static Fix remove(String before) {
        return new Fix(Kind.REMOVE, before, null);
    }

    /** A line that ends. */
    public static Fix endLine() {
        return new Fix(Kind.END_LINE, null, null);
    }
}
