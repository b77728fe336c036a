package org.qibroker.standards;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ASTM, ASME, SAE, IEEE, MIL and others that number freely and date behind a dash, if at all. */
final class AmericanGrammar implements Grammar {
    private static final String ASTM_NUMBER = "(?:[A-G] ?\\d{1,4}M?|\\d{5})";
    private static final Pattern ASTM = Pattern.compile("ASTM (" + ASTM_NUMBER + "(?:/ ?" + ASTM_NUMBER
            + ")?)(?:-(\\d{4}|\\d{2})(?!\\d)([a-c])?)?(\\((?:19|20)\\d{2}\\))?(e\\d)?");
    private static final Pattern OTHER = Pattern.compile(
            "(ASME|IEEE|ANSI/ ?[A-Z]{2,5}|ANSI|SAE|UL|AAMA|EIA|JASO|VDA|VDI/VDE|VDI|API|AWS|NACE|NSF|NIST|ASHRAE|AATCC|TAPPI|IPC)"
                    + "[ -]([A-Z]{0,6}[ -]?(?:[A-Z]{1,4}[ -])*\\d[A-Z0-9]*(?:[.-][A-Z0-9]+)*|[A-Z]{3,6}(?:[.-][A-Z0-9]+)+)"
                    + "(?::((?:19|20)\\d{2})(?!\\d))?");
    private static final Pattern MILITARY =
            Pattern.compile("((?:MIL|FED)-[A-Z]{1,4})-(\\d{1,6}[A-Z]?(?:-\\d{1,4})?(?:/\\d{1,3})?)");
    private static final Pattern CALIBRATION_GUIDE =
            Pattern.compile("(EURAMET) (cg-\\d{1,2})|(DKD)[ -]{0,2}R ?-? ?(\\d{1,2}-\\d{1,2})");
    private static final Pattern YEAR_AT_END = Pattern.compile("^(.+)-((?:19|20)\\d{2})$");

    @Override
    public Optional<Found> read(String text, int from) {
        return astm(text, from)
                .or(() -> military(text, from))
                .or(() -> guide(text, from))
                .or(() -> other(text, from));
    }

    private static Optional<Matcher> match(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() && Spelling.endsWord(text, matcher.end()) ? Optional.of(matcher) : Optional.empty();
    }

    private static Optional<Found> found(Matcher m, Designation designation) {
        return Optional.of(new Found(designation, m.end()));
    }

    /** A year in parentheses is a reapproval and e1 an editorial change: both leave the edition what it was. */
    private static Optional<Found> astm(String text, int from) {
        return match(ASTM, text, from)
                .filter(m -> m.group(2) != null || m.group(5) == null)
                .flatMap(m -> {
                    String number = m.group(1).replace(" ", "");
                    String supplement = text(m.group(3)) + text(m.group(4)) + text(m.group(5));
                    Integer year = m.group(2) == null ? null : year(m.group(2));
                    Designation plain = new Designation("ASTM", number, null, year, null);
                    return found(m, supplement.isEmpty() ? plain : plain.withSupplement(supplement));
                });
    }

    /** ASTM dates with two digits to this day; the society was founded in 1898. */
    private static int year(String digits) {
        int value = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return value;
        }
        return value > 40 ? 1900 + value : 2000 + value;
    }

    private static Optional<Found> military(String text, int from) {
        return match(MILITARY, text, from)
                .flatMap(m -> found(m, new Designation(m.group(1), m.group(2), null, null, null)));
    }

    private static Optional<Found> guide(String text, int from) {
        return match(CALIBRATION_GUIDE, text, from)
                .flatMap(m -> found(
                        m,
                        m.group(1) != null
                                ? new Designation(m.group(1), m.group(2), null, null, null)
                                : new Designation("DKD-R", m.group(4), null, null, null)));
    }

    private static Optional<Found> other(String text, int from) {
        return match(OTHER, text, from).filter(AmericanGrammar::isNumbered).flatMap(m -> {
            String number = m.group(2).strip().replaceFirst("-STD ", "-STD-");
            Matcher dated = YEAR_AT_END.matcher(number);
            boolean dashed = m.group(3) == null && dated.matches();
            @Nullable String digits = dashed ? dated.group(2) : m.group(3);
            Integer year = digits == null ? null : Integer.valueOf(digits);
            String issuer = m.group(1).replace("/ ", "/");
            return found(m, new Designation(issuer, dashed ? dated.group(1) : number, null, year, null));
        });
    }

    private static boolean isNumbered(Matcher m) {
        return m.group(2).startsWith("BPVC") || m.group(2).chars().anyMatch(Character::isDigit);
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }
}
