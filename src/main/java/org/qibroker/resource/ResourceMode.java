package org.qibroker.resource;

/** How a resource is booked. */
public enum ResourceMode {
    /** A slot of the opening hours takes one unit, buffers included. */
    SLOT,
    /** A day takes as many pieces as there are units; a booking of k pieces takes k of them, on one day or several. */
    DAY_QUOTA,
    /**
     * Nobody chooses a time: a booking of k pieces stands in the queue, takes the k first places of the days to come,
     * and is promised for the day of the last. Who cancels leaves places that the next one gets.
     */
    QUEUE;

    /** Whether places are taken for whole days. */
    public boolean wholeDays() {
        return this != SLOT;
    }
}
