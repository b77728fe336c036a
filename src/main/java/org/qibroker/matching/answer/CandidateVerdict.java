package org.qibroker.matching.answer;

/** How far a candidate meets an item. */
public enum CandidateVerdict {
    /** Every criterion is covered or not asked. */
    COVERED,
    /** Nothing fails, but something is undecidable or of another edition. */
    CONDITIONAL
}
