package org.qibroker.resource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A time of a resource, without its buffers; the end is not part of it. */
public record Slot(Instant start, Instant end) {
    /** Checks the order of the ends. */
    public Slot {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a slot ends after it starts, was " + start + " to " + end);
        }
    }

    /** Whether the two have any time in common. */
    public boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether it is whole days, from midnight to midnight on some clocks. */
    public boolean days(ZoneId zone) {
        return midnight(start, zone) && midnight(end, zone);
    }

    private static boolean midnight(Instant moment, ZoneId zone) {
        return moment.equals(
                moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
    }

    /** This slot, longer by so much at its two ends. */
    public Slot widened(Duration before, Duration after) {
        return new Slot(start.minus(before), end.plus(after));
    }
}
