package org.qibroker.demand;

/** By what offers are ranked first. */
public enum Preset {
    /** A little of everything. */
    BALANCED,
    /** The lowest price. */
    CHEAPEST,
    /** The earliest finish. */
    FASTEST,
    /** The largest margin of uncertainty. */
    MOST_ACCURATE,
    /** The shortest way. */
    NEAREST
}
