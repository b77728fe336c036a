package org.qibroker.resource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Something bookable at a site: a bench, a chamber, a team.
 *
 * @param capacity how many interchangeable units there are
 * @param slotMinutes length of a slot
 * @param bufferBeforeMinutes time needed before each slot, in which the unit is taken too
 * @param bufferAfterMinutes time needed after each slot, in which the unit is taken too
 * @param zone the clocks of the opening hours
 * @param sharedIdle whether the opening hours are idle hours of equipment of its own that others may use
 */
public record Resource(
        UUID id,
        UUID providerId,
        UUID siteId,
        String name,
        int capacity,
        List<OpeningHours> openingHours,
        List<Closure> closures,
        int slotMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        ZoneId zone,
        boolean sharedIdle,
        long version) {

    /** Copies the lists. */
    public Resource {
        openingHours = List.copyOf(openingHours);
        closures = List.copyOf(closures);
    }

    /** The opening hours of one day of the week. */
    public List<OpeningHours> hoursOn(DayOfWeek day) {
        return openingHours.stream().filter(hours -> hours.day() == day).toList();
    }

    /** The time a unit is taken for a slot. */
    public Slot taken(Slot slot) {
        return slot.widened(Duration.ofMinutes(bufferBeforeMinutes), Duration.ofMinutes(bufferAfterMinutes));
    }
}
