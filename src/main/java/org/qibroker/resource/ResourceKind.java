package org.qibroker.resource;

/** What a resource is. */
public enum ResourceKind {
    /** A measuring or testing instrument, with a calibration of its own. */
    EQUIPMENT,
    /** A place to work at, with what stands there. */
    BENCH,
    /** Somebody who assesses. */
    AUDITOR,
    /** People who work together, such as those who calibrate on site. */
    TEAM
}
