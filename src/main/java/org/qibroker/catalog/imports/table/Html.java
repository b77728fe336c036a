package org.qibroker.catalog.imports.table;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text out of the little HTML that units and names are written with: {@code m<sup>3</sup>} is {@code m³}. */
final class Html {
    private static final Pattern RAISED = Pattern.compile("(?i)<sup>(.*?)</sup>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
    private static final String PLAIN = "0123456789+-−–n";
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ";
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("deg", "°"),
            Map.entry("micro", "µ"),
            Map.entry("mu", "μ"),
            Map.entry("ohm", "Ω"),
            Map.entry("Omega", "Ω"),
            Map.entry("omega", "ω"),
            Map.entry("plusmn", "±"),
            Map.entry("times", "×"),
            Map.entry("middot", "·"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("minus", "−"),
            Map.entry("ndash", "–"),
            Map.entry("sup2", "²"),
            Map.entry("sup3", "³"),
            Map.entry("alpha", "α"),
            Map.entry("lambda", "λ"));

    private Html() {}

    /** The text; an entity that is not known and a tag that is none stay as they are. */
    static String text(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        String raised = RAISED.matcher(html).replaceAll(m -> Matcher.quoteReplacement(raised(m.group(1))));
        String untagged = TAG.matcher(raised).replaceAll("");
        return ENTITY.matcher(untagged)
                .replaceAll(m -> Matcher.quoteReplacement(entity(m)))
                .strip();
    }

    private static String raised(String text) {
        StringBuilder raised = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = PLAIN.indexOf(text.charAt(i));
            if (at < 0) {
                return "^(" + text + ")";
            }
            raised.append(SUPERSCRIPT.charAt(at));
        }
        return raised.toString();
    }

    private static String entity(MatchResult entity) {
        String name = entity.group(1);
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, entity.group());
        }
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : entity.group();
    }
}
