package org.qibroker.standards;

import org.jspecify.annotations.Nullable;

/**
 * The designation of a standard or specification, taken apart.
 *
 * @param issuer prefix in canonical spelling, such as {@code GB/T} or {@code ISO/IEC}
 * @param number without part and year
 * @param part {@code 1} of GB/T 228.1, {@code 2-11} of IEC 60068-2-11
 * @param year of the edition, four digits; {@code null} if undated
 * @param supplement amendments, corrigenda and reapprovals of the edition, such as {@code +A1:2008} or {@code (2018)e1}
 * @param clause such as {@code 5.2}; {@code null} for the whole standard
 */
public record Designation(
        String issuer,
        String number,
        @Nullable String part,
        @Nullable Integer year,
        @Nullable String supplement,
        @Nullable String clause) {
    /** A designation without supplement. */
    public Designation(
            String issuer, String number, @Nullable String part, @Nullable Integer year, @Nullable String clause) {
        this(issuer, number, part, year, null, clause);
    }

    /** The one spelling of this designation, such as {@code GB/T 228.1-2021} or {@code ISO 6892-1:2019 (7.3)}. */
    public String canonical() {
        return edition() + (clause == null ? "" : " (" + clause + ")");
    }

    /** The one spelling without clause, such as {@code EN 196-3:2005+A1:2008}. */
    public String edition() {
        String dated = year == null ? undated() : undated() + Style.of(issuer).year(year);
        return supplement == null ? dated : dated + supplement;
    }

    /** The one spelling without edition and clause, such as {@code GB/T 228.1}. */
    public String undated() {
        Style style = Style.of(issuer);
        return issuer + style.afterIssuer() + number + (part == null ? "" : style.beforePart() + part);
    }

    /** Whether both name the same standard and part, in whichever edition and clause. */
    public boolean sameStandard(Designation other) {
        return undated().equals(other.undated());
    }

    /** The same without its clause. */
    public Designation whole() {
        return clause == null ? this : new Designation(issuer, number, part, year, supplement, null);
    }

    Designation withClause(@Nullable String other) {
        return new Designation(issuer, number, part, year, supplement, other);
    }

    Designation withYear(int other) {
        return new Designation(issuer, number, part, other, supplement, clause);
    }

    Designation withSupplement(String other) {
        return new Designation(issuer, number, part, year, other, clause);
    }
}
