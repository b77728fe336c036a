package org.qibroker.matching.answer;

/** How far one criterion is met. */
public enum Verdict {
    /** Met in full. */
    COVERED,
    /** Met in part. */
    PARTLY,
    /** Not met. */
    NOT_COVERED,
    /** There is only text to go by, or the line says nothing. */
    UNDECIDABLE,
    /** The item does not ask. */
    NOT_ASKED;

    /** Whether this is no obstacle. */
    public boolean fine() {
        return this == COVERED || this == NOT_ASKED;
    }

    /** Whether a candidate with this verdict on the criterion is out; an edition that differs is a condition only. */
    public boolean fails(Criterion criterion) {
        return this == NOT_COVERED || (this == PARTLY && criterion != Criterion.METHOD);
    }

    /** How bad, rising: NOT_ASKED, COVERED, UNDECIDABLE, PARTLY, NOT_COVERED. */
    public int badness() {
        return switch (this) {
            case NOT_ASKED -> 0;
            case COVERED -> 1;
            case UNDECIDABLE -> 2;
            case PARTLY -> 3;
            case NOT_COVERED -> 4;
        };
    }
}
