package org.qibroker.catalog.directory;

import io.vertx.core.Future;
import java.util.UUID;
import org.qibroker.shared.Proportion;

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

        /** On time among those reported. */
        public Proportion punctuality() {
            return new Proportion(onTime, reported);
        }

        /** Reports issued again among those issued; one that was issued again twice counts once more. */
        public Proportion reissued() {
            return new Proportion(Math.min(reissues, reported), reported);
        }
    }

    /** The standing of one provider; zeros if nothing is known. */
    Future<Standing> of(UUID provider);
}
