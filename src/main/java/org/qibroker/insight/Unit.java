package org.qibroker.insight;

/** What a figure is measured in. */
public enum Unit {
    /** So many. */
    COUNT,
    /** Of a hundred. */
    PERCENT,
    /** Hours. */
    HOURS,
    /** Hours of benches, equipment and people in all. */
    CAPACITY_HOURS,
    /** Marks from 1, bad, to 5, very good. */
    POINTS
}
