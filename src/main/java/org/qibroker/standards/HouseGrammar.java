package org.qibroker.standards;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works standards of well-known companies and agencies. Their numbers are free, so that only a whole text counts. */
final class HouseGrammar implements Grammar {
    private static final String NAMES = "Honda|Toyota|Nissan|Ford|Volvo|Volkswagen|Chrysler|FCA|Daimler|Delphi|PACCAR"
            + "|Mitsubishi|Hyundai|Isuzu|Kongsberg|John Deere|Harley[ -]Davidson|Fuji/Subaru|Renault|Tesla|Yamaha"
            + "|Whirlpool|Navistar|International|Nissin Kogyo|CNH|CAT|USEPA|GMW|GM";
    private static final Pattern NAME = Pattern.compile(NAMES);
    private static final Pattern NUMBERED = Pattern.compile(
            "(" + NAMES + ") ?((?:[A-Z0-9][A-Za-z0-9.,/-]{0,24} ){0,3}[A-Z0-9][A-Za-z0-9.,/-]{0,24})(?= ?\\(| ?$)");

    /** Whether a canonical prefix is one of these. */
    static boolean isIssuer(String issuer) {
        return NAME.matcher(issuer).matches();
    }

    @Override
    public Optional<Found> read(String text, int from) {
        Matcher m = NUMBERED.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (from > 0 || !m.lookingAt() || m.group(2).chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String issuer = m.group(1).replace("Harley Davidson", "Harley-Davidson");
        return Optional.of(new Found(new Designation(issuer, m.group(2), null, null, null), m.end()));
    }
}
