package org.qibroker.custody;

import java.time.ZoneId;
import java.util.List;
import org.qibroker.catalog.Site;
import org.qibroker.resource.OpeningHours;

/**
 * Where samples have to be brought.
 *
 * @param provider the laboratory's name
 * @param hours when somebody is there, in the order of the week; empty if that is not known
 * @param zone the clocks of the hours
 */
public record Destination(String provider, Site site, List<OpeningHours> hours, ZoneId zone) {
    /** Copies the hours. */
    public Destination {
        hours = List.copyOf(hours);
    }
}
