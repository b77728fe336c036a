package org.qibroker.catalog.lint;

/** What is looked for. */
public enum Rule {
    /** The upper end stands first: {@code 100e3 … 500e-3}. */
    RANGE_INVERTED(Severity.ERROR),
    /** The range is there and stays text. */
    RANGE_NOT_UNDERSTOOD(Severity.WARNING),
    /** The unit does not measure the quantity stated. */
    UNIT_OF_OTHER_QUANTITY(Severity.ERROR),
    /** The quantity stated is none that is known. */
    QUANTITY_UNKNOWN(Severity.WARNING),
    /** No quantity is stated, and the unit is one of direct and alternating quantities. */
    QUANTITY_OPEN(Severity.INFO),
    /** The uncertainty is as wide as the range. */
    UNCERTAINTY_WIDER_THAN_RANGE(Severity.ERROR),
    /** The uncertainty is smaller than that of any national institute. */
    UNCERTAINTY_BELOW_BEST(Severity.ERROR),
    /** The uncertainty is a share, and does not say of what. */
    RELATIVE_WITHOUT_REFERENCE(Severity.INFO),
    /** The uncertainty is there and stays text. */
    UNCERTAINTY_NOT_UNDERSTOOD(Severity.WARNING),
    /** A calibration without an uncertainty. */
    UNCERTAINTY_MISSING(Severity.WARNING),
    /** Nothing says by which method. */
    METHOD_MISSING(Severity.WARNING),
    /** A designation that is understood but not spelled as its issuer does. */
    DESIGNATION_UNCLEAN(Severity.INFO),
    /** Several designations in one. */
    DESIGNATIONS_JOINED(Severity.INFO),
    /** It looks like a designation, and is none that is known. */
    DESIGNATION_UNKNOWN(Severity.WARNING),
    /** The method names no standard. */
    METHOD_IN_WORDS(Severity.INFO),
    /** The designation has no year. */
    EDITION_MISSING(Severity.INFO),
    /** Another standard has taken its place. */
    STANDARD_SUPERSEDED(Severity.WARNING),
    /** The catalog knows of a newer edition. */
    EDITION_OLDER(Severity.WARNING),
    /** The same is said twice. */
    DUPLICATE_LINE(Severity.WARNING),
    /** Two lines say different uncertainties of the same. */
    OVERLAP_DISAGREES(Severity.WARNING),
    /** Two lines nearly meet. */
    GAP_BETWEEN_LINES(Severity.INFO),
    /** A mark that the provider has no accreditation for. */
    ACCREDITATION_MISSING(Severity.WARNING),
    /** The accreditation for the mark is expired, suspended or withdrawn, or not valid yet. */
    ACCREDITATION_NOT_IN_FORCE(Severity.WARNING),
    /** Nobody has confirmed the accreditation for the mark yet. */
    ACCREDITATION_UNCONFIRMED(Severity.INFO),
    /** The accreditation for the mark covers other sites. */
    ACCREDITATION_OF_OTHER_SITE(Severity.WARNING),
    /** A limitation that only people can judge. */
    LIMITATION_NOT_UNDERSTOOD(Severity.INFO),
    /** A limitation that says there is none. */
    LIMITATION_EMPTY(Severity.WARNING),
    /** A condition that stays text. */
    CONDITION_NOT_UNDERSTOOD(Severity.INFO),
    /** No parameter, so any may be meant. */
    PARAMETER_OPEN(Severity.INFO);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /** How much a finding of the rule costs. */
    public Severity severity() {
        return severity;
    }

    /** Whether it only shows when lines are seen together. */
    public boolean ofSeveral() {
        return this == DUPLICATE_LINE || this == OVERLAP_DISAGREES || this == GAP_BETWEEN_LINES;
    }
}
