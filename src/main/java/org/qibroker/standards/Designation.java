package org.qibroker.standards;

import org.jspecify.annotations.Nullable;

/**
 * The designation of a standard or specification, taken apart.
 *
 * @param issuer prefix in canonical spelling, such as {@code GB/T} or {@code ISO/IEC}
 * @param number without part and year
 * @param part {@code 1} of GB/T 228.1, {@code 2-11} of IEC 60068-2-11
 * @param year of the edition, four digits; {@code null} if undated
 * @param clause such as {@code 5.2}; {@code null} for the whole standard
 */
public record Designation(
        String issuer, String number, @Nullable String part, @Nullable Integer year, @Nullable String clause) {
    /** The one spelling of this designation, such as {@code GB/T 228.1-2021}. */
    public String canonical() {
        return undated() + (year == null ? "" : "-" + year) + (clause == null ? "" : " " + clause);
    }

    /** The one spelling without edition and clause, such as {@code GB/T 228.1}. */
    public String undated() {
        return issuer + " " + number + (part == null ? "" : "." + part);
    }

    /** Whether both name the same standard and part, in whichever edition and clause. */
    public boolean sameStandard(Designation other) {
        return undated().equals(other.undated());
    }
}
