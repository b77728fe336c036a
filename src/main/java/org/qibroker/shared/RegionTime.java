package org.qibroker.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How the region counts its days: by one clock, whichever zone a site or a reader is in. */
public final class RegionTime {
    /** The zone of the region's clock. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RegionTime() {}

    /** The day it is in the region at a moment. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The moment at which a day begins in the region. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
