package org.qibroker.standards;

import java.util.Optional;

/** Reads the designations of a family of issuers. */
interface Grammar {
    /**
     * A designation without its clause.
     *
     * @param end where it ends in the text
     */
    record Found(Designation designation, int end) {}

    /** The designation that begins at a place of a folded text. */
    Optional<Found> read(String text, int from);

    /** A year of two or four digits; two digits are of the last century, as no issuer but ASTM uses them any more. */
    static Optional<Integer> year(String digits) {
        int value = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return value >= 1900 && value < 2100 ? Optional.of(value) : Optional.empty();
        }
        return value >= 50 ? Optional.of(1900 + value) : Optional.empty();
    }
}
