package org.qibroker.catalog.imports.exports;

import java.util.regex.Pattern;

/**
 * What a spreadsheet would take for a formula becomes text by an apostrophe before it (OWASP, CSV injection). A text that
 * begins with apostrophes itself gets one more, so that taking one away gives every text back as it was.
 */
public final class Apostrophe {
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("^'+[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private Apostrophe() {}

    /** The text as a spreadsheet may have it in delimited text. */
    public static String before(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text as a spreadsheet may have it in a cell that is a text anyway. */
    static String beforeMarked(String text) {
        return MARKED.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that it was. */
    public static String without(String text) {
        return text.startsWith("'") && MARKED.matcher(text).matches() ? text.substring(1) : text;
    }
}
