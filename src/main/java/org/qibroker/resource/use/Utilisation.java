package org.qibroker.resource.use;

import java.time.Duration;
import java.time.YearMonth;
import org.qibroker.resource.Resource;

/**
 * How much of a resource was used in a month, as far as it is booked by now.
 *
 * @param offered the hours it is open, by its present opening hours and closures, times its capacity
 * @param used the slots booked that begin in the month
 */
public record Utilisation(Resource resource, YearMonth month, Duration offered, Duration used) {
    /** Used by offered, 0…1; more than 1 where the hours were longer than they are now; 0 where nothing is offered. */
    public double share() {
        return share(offered, used);
    }

    /** Used by offered; 0 where nothing is offered. */
    static double share(Duration offered, Duration used) {
        return offered.isZero() ? 0 : (double) used.toMinutes() / offered.toMinutes();
    }

    /** The share in whole per cent. */
    public int percent() {
        return (int) Math.round(share() * 100);
    }
}
