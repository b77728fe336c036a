package org.qibroker.standards;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO, IEC, CEN, CENELEC, OIML and the national bodies that number like them. */
final class InternationalGrammar implements Grammar {
    private static final String NAME = "(?:(?:BS|DIN|NF|PD|DD|PN|UNE|NEN|KS|SS) )?"
            + "(?:ISO/IEC/IEEE|IEC/IEEE|ISO/IEC|IEC/ISO|ISO/ASTM|ISO/CIE|ISO/EN|EN/IEC|EN/DIN"
            + "|(?:Fpr|pr)?EN(?: ISO/IEC| ISO| IEC)?|CEN[/-]CLC|CEN|CLC|CR ISO|CR|HD IEC|HD|ES"
            + "|ISO|IEC|iso/iec|iso|iec|CISPR|CIE|DIN|BS|AS/NZS|AS|IS|OIML [RDBGV]|JIS [A-Z])"
            + "(?:[ /-](?:TR|TS|PAS|Guide|GUIDE|IWA))?";
    private static final Pattern ISSUER = Pattern.compile("(?:European Norm )?(" + NAME + "|OIML[RDBGV])(?![A-Za-z])");
    private static final Pattern CANONICAL = Pattern.compile(NAME);
    private static final Pattern NUMBER = Pattern.compile(
            "[ :-]{0,2}(\\d{2} \\d{3}(?!\\d)|\\d{1,6}(?:\\.\\d{1,4}){0,3}(?: S\\d)?)((?:-[A-Z]?\\d{1,4}[A-Z]?)*)"
                    + "(?: ?: ?((?:19|20)\\d{2})(?!\\d)(?: ?\\([EF]\\))?| Edition ((?:19|20)\\d{2})(?: ?\\([EF]\\))?"
                    + "| ?\\(Part ([0-9A-Z-]{1,9})\\))?");
    private static final Pattern SUPPLEMENT = Pattern.compile(
            "(?:(?:[/+] ?| (?=AMD\\d))(?:AMD|Amd|AC|A|COR|Cor|ISH) ?\\d{0,2}(?::(?:19|20)\\d{2}(?:-\\d{2})?)?(?![A-Za-z0-9]))+");
    private static final Pattern PUBLICATION = Pattern.compile("(?: (?:CSV|RLV|EXV|CMV|ED\\d))+(?![A-Za-z0-9])");
    private static final Pattern YEAR_AT_END = Pattern.compile("^(.*?)-?((?:19|20)\\d{2})$");

    private static final Pattern DOCUMENT = Pattern.compile("(.+)[ /-](TR|TS|PAS|Guide|IWA)");

    /** Prefixes that look like words or resolutions unless a year or a long number follows. */
    private static final Set<String> DOUBTFUL = Set.of("AS", "ES", "CR", "HD", "BS", "CIE", "DIN");

    /** Whether a canonical prefix is one of these. */
    static boolean isIssuer(String issuer) {
        return CANONICAL.matcher(issuer).matches();
    }

    @Override
    public Optional<Found> read(String text, int from) {
        Matcher issuer = ISSUER.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!issuer.lookingAt()) {
            return Optional.empty();
        }
        Matcher number =
                NUMBER.matcher(text).region(issuer.end(), text.length()).useTransparentBounds(true);
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        Designation plain = designation(name(issuer.group(1)), number);
        boolean split = number.group(1).indexOf(' ') == 2 && !plain.issuer().equals("DIN");
        return split || isDoubtful(plain) ? Optional.empty() : supplemented(text, plain, number.end());
    }

    private static boolean isDoubtful(Designation found) {
        boolean shortNumber = found.number().length() < (found.issuer().equals("IS") ? 3 : 4);
        return found.year() == null
                && shortNumber
                && (DOUBTFUL.contains(found.issuer()) || found.issuer().equals("IS"));
    }

    private static String name(String written) {
        if (written.startsWith("OIML")) {
            return "OIML " + written.charAt(written.length() - 1);
        }
        String name = Character.isLowerCase(written.charAt(0)) && !written.startsWith("pr")
                ? written.toUpperCase(java.util.Locale.ROOT)
                : written;
        return switch (name) {
            case "ISO/EN" -> "EN ISO";
            case "EN/IEC" -> "EN IEC";
            case "EN/DIN" -> "DIN EN";
            case "IEC/ISO" -> "ISO/IEC";
            default -> document(name.replace("GUIDE", "Guide").replace("CEN-CLC", "CEN/CLC"));
        };
    }

    /** ISO and CEN put their reports behind a slash, IEC behind a blank, all of them guides behind a blank. */
    private static String document(String name) {
        Matcher m = DOCUMENT.matcher(name);
        if (!m.matches()) {
            return name;
        }
        boolean slash = !m.group(2).equals("Guide") && m.group(1).matches("(?:.* )?(?:ISO|CEN|CLC|CEN/CLC)");
        return m.group(1) + (slash ? "/" : " ") + m.group(2);
    }

    private static Designation designation(String issuer, Matcher number) {
        String part = number.group(2).isEmpty() ? null : number.group(2).substring(1);
        String digits = number.group(3) != null ? number.group(3) : number.group(4);
        if (digits == null && part != null) {
            Matcher dated = YEAR_AT_END.matcher(part);
            if (dated.matches()) {
                part = dated.group(1).isEmpty() ? null : dated.group(1);
                digits = dated.group(2);
            }
        }
        if (number.group(5) != null && part == null) {
            part = number.group(5);
        }
        @Nullable Integer year = digits == null ? null : Integer.valueOf(digits);
        String plain = issuer.equals("DIN") ? number.group(1).replace(" ", "") : number.group(1);
        return new Designation(issuer, plain, part, year, null);
    }

    private static Optional<Found> supplemented(String text, Designation plain, int from) {
        Matcher supplement =
                SUPPLEMENT.matcher(text).region(from, text.length()).useTransparentBounds(true);
        Designation designation = plain;
        int end = from;
        if (supplement.lookingAt()) {
            designation = plain.withSupplement(supplement
                    .group()
                    .replace(" AMD", "/AMD")
                    .replace("+/", "+")
                    .replace("//", "/")
                    .replace(" ", "")
                    .replace("Amd", "AMD")
                    .replace("Cor", "COR"));
            end = supplement.end();
        }
        Matcher publication =
                PUBLICATION.matcher(text).region(end, text.length()).useTransparentBounds(true);
        end = publication.lookingAt() ? publication.end() : end;
        return Spelling.endsWord(text, end) ? Optional.of(new Found(designation, end)) : Optional.empty();
    }
}
