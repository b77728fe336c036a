package org.qibroker.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of a pasted table: HTML as a clipboard holds it, or lines parted by tabs, as spreadsheets copy them, else by
 * semicolons or commas.
 */
public final class ClipboardTable {
    private static final Pattern HTML_ROW = Pattern.compile("(?is)<tr\\b[^>]*+>(.*?)(?=</tr>|<tr\\b|</table>|$)");
    private static final Pattern HTML_CELL = Pattern.compile("(?is)<t[dh]\\b[^>]*+>(.*?)(?=</t[dh]>|<t[dh]\\b|$)");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern TAG = Pattern.compile("<[^>]*+>");
    private static final Pattern UNIT = Pattern.compile("[(（\\[/]\\s*([^()（）\\[\\]/=]{1,12})\\s*[)）\\]]?\\s*$");
    private static final char QUOTE = '"';

    private ClipboardTable() {}

    /** Rows of cells without blanks around them; rows that are empty stay, so that numbers count as in the sheet. */
    public static List<List<String>> of(String text) {
        if (text.toLowerCase(Locale.ROOT).contains("<tr")) {
            return html(text);
        }
        return parted(text, separator(text));
    }

    /** The unit that a heading names for the cells below it, as in {@code 示值误差(mm)} and {@code U/µm}. */
    public static Optional<String> unit(String heading) {
        Matcher unit = UNIT.matcher(heading);
        return unit.find() ? Optional.of(unit.group(1).strip()) : Optional.empty();
    }

    private static List<List<String>> html(String text) {
        List<List<String>> rows = new ArrayList<>();
        Matcher row = HTML_ROW.matcher(text);
        while (row.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = HTML_CELL.matcher(row.group(1));
            while (cell.find()) {
                cells.add(plain(cell.group(1)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String plain(String html) {
        String spaced = BREAK.matcher(html).replaceAll("\n");
        return TAG.matcher(spaced)
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#177;", "±")
                .replace("&plusmn;", "±")
                .replace("&micro;", "µ")
                .replace("&amp;", "&")
                .strip();
    }

    private static char separator(String text) {
        for (char candidate : new char[] {'\t', ';', '；', '|'}) {
            if (text.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    /** A cell in quotes may hold separators, line ends, and quotes that are doubled. */
    private static List<List<String>> parted(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == QUOTE && i + 1 < text.length() && text.charAt(i + 1) == QUOTE;
            if (quoted && doubled) {
                cell.append(QUOTE);
                i++;
            } else if (c == QUOTE && (quoted || cell.toString().isBlank()) && closes(text, i, quoted)) {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        row.add(cell.toString().strip());
        rows.add(row);
        return rows;
    }

    /** A quote that is never closed, as in 1/2", is only a sign. */
    private static boolean closes(String text, int at, boolean quoted) {
        return quoted || text.indexOf(QUOTE, at + 1) >= 0;
    }
}
