package org.qibroker.catalog.directory;

import io.vertx.core.Future;
import java.util.UUID;

/** How providers kept what they promised; told by a room that may look at bookings. */
public interface Standings {
    /**
     * What is counted of a provider.
     *
     * @param reported bookings with a report
     * @param onTime those whose first report came by the day promised
     * @param reissues reports that had to be issued again
     */
    record Standing(long reported, long onTime, long reissues) {
        /** Whether anything is known. */
        public boolean known() {
            return reported > 0;
        }

        /** On time, in whole per cent of those reported. */
        public long percentOnTime() {
            return known() ? Math.round(100.0 * onTime / reported) : 0;
        }
    }

    /** The standing of one provider; zeros if nothing is known. */
    Future<Standing> of(UUID provider);
}
