package org.qibroker.standards;

/** How an issuer joins the parts of its designations. */
enum Style {
    /** GB/T 228.1-2021. */
    CHINESE,
    /** ISO 6892-1:2019. */
    INTERNATIONAL,
    /** ASTM E8/E8M-22. */
    ASTM,
    /** ASME B16.5-2020. */
    AMERICAN,
    /** MIL-STD-810 (2019). */
    MILITARY,
    /** Ford WSS-M2P190-A (2021). */
    HOUSE;

    static Style of(String issuer) {
        if (issuer.equals("ASTM")) {
            return ASTM;
        }
        if (issuer.startsWith("MIL-") || issuer.startsWith("FED-")) {
            return MILITARY;
        }
        if (HouseGrammar.isIssuer(issuer) || issuer.equals("VDA")) {
            return HOUSE;
        }
        if (ChineseGrammar.isIssuer(issuer)) {
            return CHINESE;
        }
        return InternationalGrammar.isIssuer(issuer) ? INTERNATIONAL : AMERICAN;
    }

    String afterIssuer() {
        return this == MILITARY ? "-" : " ";
    }

    String beforePart() {
        return this == CHINESE ? "." : "-";
    }

    String year(int year) {
        return switch (this) {
            case INTERNATIONAL -> ":" + year;
            case ASTM -> "-" + String.format("%02d", year % 100);
            case MILITARY, HOUSE -> " (" + year + ")";
            default -> "-" + year;
        };
    }
}
