package org.qibroker.standards;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** National, sector, local, association and enterprise standards of China: GB/T, JJG, YY, DB31/T, T/CSAE, Q/…. */
final class ChineseGrammar implements Grammar {
    private static final String SECTORS =
            "AQ|BB|CB|CECS|CH|CJJ|CJ|CNAS|CNCA|CY|DA|DB|DL|DY|DZ|EJ|FZ|GA|GBJ|GBZ|GB|GC|GD|GH"
                    + "|GJB|GM|GY|HB|HG|HJ|HS|HY|JB|JC|JGJ|JJF|JJG|JR|JTG|JTJ|JTS|JT|JY|KA|LB|LD|LS|LY|MH|MT|MZ|NB|NY|QB|QC|QJ"
                    + "|QX|RB|SB|SC|SF|SH|SJ|SL|SN|SW|SY|TB|TD|TSG|TY|WB|WH|WM|WS|WW|XB|XF|YB|YC|YD|YS|YY|YZ|ZY";

    /** Codes that a designation without a year is not told from other words by. */
    private static final Set<String> ONLY_DATED = Set.of(
            "AQ", "BB", "CB", "CH", "CNAS", "CNCA", "CY", "DA", "DB", "DY", "DZ", "GA", "GC", "GD", "GH", "GM", "GY",
            "HB", "HS", "HY", "JR", "KA", "LB", "LD", "LS", "MT", "MZ", "NB", "QC", "QX", "RB", "SB", "SC", "SF", "SH",
            "SL", "SN", "SW", "SY", "TB", "TD", "TY", "WB", "WH", "WM", "WW", "XB", "XF", "ZY");

    private static final Pattern ISSUER = Pattern.compile(
            "(?:(JJ[GF] ?\\([\\u4e00-\\u9fa5]{2}\\))|(T/[A-Z][A-Z0-9]{1,11})|(Q/[A-Z]{2,8})|(DB ?\\d{2,6}(?: ?/ ?T|T)?)"
                    + "|(DG/TJ|DGJ|DBJ/T|DBJ)|((?i:gb|jjg|jjf)|" + SECTORS + ")( ?[/_] ?[TZtz]|[Tt])?)(?![A-Za-z])");
    private static final Pattern NUMBER = Pattern.compile(
            "[ :-]? ?([A-Z]?\\d{1,6}(?:/\\d{1,2}(?!\\d))?)((?:\\.\\d{1,4}){0,3})(?: ?[-:] ?(\\d{4}|\\d{2})(?!\\d))?");
    private static final Pattern LOCAL_CODE = Pattern.compile(" ?(\\d{2}-\\d{1,4})(?: ?[-:] ?(\\d{4})(?!\\d))?");
    private static final Pattern ENTERPRISE =
            Pattern.compile("[ -]?([A-Z]?\\d{1,6}[A-Z]?(?:[.-]\\d{1,3})?) ?- ?(\\d{4})(?!\\d)");
    private static final Pattern REVISION =
            Pattern.compile(" ?(\\(\\d{4}年?版\\)|/ ?XG ?\\d{1,2} ?- ?\\d{4}(?!\\d)|\\(XG ?\\d{1,2}-\\d{4}\\))");
    private static final Pattern CANONICAL = Pattern.compile(
            "JJ[GF]\\(.{2}\\)|T/[A-Z0-9]+|Q/[A-Z]+|DB\\d+(/T)?|DG/TJ|DGJ|DBJ(/T)?|(" + SECTORS + ")(/[TZ])?");

    /** Whether a canonical prefix is one of China. */
    static boolean isIssuer(String issuer) {
        return CANONICAL.matcher(issuer).matches();
    }

    @Override
    public Optional<Found> read(String text, int from) {
        Matcher issuer = ISSUER.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!issuer.lookingAt()) {
            return Optional.empty();
        }
        String name = name(issuer);
        if (issuer.group(5) != null) {
            return plain(LOCAL_CODE, text, issuer.end(), name);
        }
        if (issuer.group(3) != null) {
            return plain(ENTERPRISE, text, issuer.end(), name);
        }
        return numbered(text, issuer.end(), name).map(found -> revised(text, found));
    }

    private static String name(Matcher issuer) {
        if (issuer.group(6) != null) {
            String code = issuer.group(6).toUpperCase(java.util.Locale.ROOT);
            String suffix = issuer.group(7);
            return suffix == null ? code : code + "/" + Character.toUpperCase(suffix.charAt(suffix.length() - 1));
        }
        String plain = issuer.group().replace(" ", "");
        return issuer.group(4) != null ? plain.replaceFirst("/?T$", "/T") : plain;
    }

    private static Optional<Found> plain(Pattern pattern, String text, int from, String issuer) {
        Matcher number = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!number.lookingAt() || !Spelling.endsWord(text, number.end())) {
            return Optional.empty();
        }
        Integer year =
                number.group(2) == null ? null : Grammar.year(number.group(2)).orElse(null);
        if (year == null && number.group(2) != null) {
            return Optional.empty();
        }
        return Optional.of(new Found(new Designation(issuer, number.group(1), null, year, null), number.end()));
    }

    private static Optional<Found> numbered(String text, int from, String issuer) {
        Matcher number = NUMBER.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!number.lookingAt() || !endsNumber(text, number.end())) {
            return Optional.empty();
        }
        String digits = number.group(3);
        Optional<Integer> year = digits == null ? Optional.empty() : Grammar.year(digits);
        boolean lettered =
                !Character.isDigit(number.group(1).charAt(0)) || number.group(1).contains("/");
        if ((digits != null && year.isEmpty()) || (lettered && !issuer.startsWith("JTG"))) {
            return Optional.empty();
        }
        if (year.isEmpty() && (ONLY_DATED.contains(issuer) || issuer.startsWith("T/"))) {
            return Optional.empty();
        }
        String part = number.group(2).isEmpty() ? null : number.group(2).substring(1);
        return Optional.of(
                new Found(new Designation(issuer, number.group(1), part, nullable(year), null), number.end()));
    }

    /** A designation may be followed by the international one it adopts, behind a slash. */
    private static boolean endsNumber(String text, int at) {
        return Spelling.endsWord(text, at)
                || text.startsWith("/ISO", at)
                || text.startsWith("/IEC", at)
                || text.startsWith("/XG", at);
    }

    private static Found revised(String text, Found found) {
        Matcher revision = REVISION.matcher(text).region(found.end(), text.length());
        if (found.designation().year() == null || !revision.lookingAt()) {
            return found;
        }
        String supplement = revision.group(1).replace(" ", "");
        return new Found(found.designation().withSupplement(supplement), revision.end());
    }

    private static @Nullable Integer nullable(Optional<Integer> year) {
        return year.orElse(null);
    }
}
