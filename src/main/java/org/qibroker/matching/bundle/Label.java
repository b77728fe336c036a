package org.qibroker.matching.bundle;

/** What a plan is best at among all that nothing surpasses in everything. */
public enum Label {
    /** As few providers as possible; of those plans the cheapest. */
    FEWEST_PROVIDERS,
    /** As cheap as possible. */
    CHEAPEST,
    /** Finished as early as possible; of those plans the cheapest. */
    EARLIEST,
    /** Nearest to the best in all three at once. */
    BALANCED,
    /** As few providers as possible; of those plans the one that is finished first. */
    EARLIEST_OF_FEWEST
}
