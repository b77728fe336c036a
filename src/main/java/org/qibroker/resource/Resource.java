package org.qibroker.resource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something bookable at a site: a bench, a chamber, a team.
 *
 * @param capacity how many interchangeable units there are; pieces a day where whole days are booked
 * @param slotMinutes length of a slot; a day where whole days are booked
 * @param bufferBeforeMinutes time needed before each slot, in which the unit is taken too
 * @param bufferAfterMinutes time needed after each slot, in which the unit is taken too
 * @param zone the clocks of the opening hours
 * @param noticeHours how long before its start a place can still be had
 * @param horizonDays how many days ahead a place can be had
 * @param calibrationDue the last day on which the calibration of equipment is valid, absent if it needs none
 * @param sharedIdle whether the opening hours are idle hours of equipment of its own that others may use
 */
public record Resource(
        UUID id,
        UUID providerId,
        UUID siteId,
        String name,
        ResourceKind kind,
        ResourceMode mode,
        int capacity,
        List<OpeningHours> openingHours,
        List<Closure> closures,
        int slotMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        ZoneId zone,
        int noticeHours,
        int horizonDays,
        @Nullable LocalDate calibrationDue,
        boolean sharedIdle,
        long version) {

    /** Copies the lists. */
    public Resource {
        openingHours = List.copyOf(openingHours);
        closures = List.copyOf(closures);
    }

    /** The same with other closures. */
    public Resource withClosures(List<Closure> others) {
        return with(others, noticeHours);
    }

    /** The same for its provider, who needs no notice. */
    public Resource withoutNotice() {
        return with(closures, 0);
    }

    private Resource with(List<Closure> others, int notice) {
        return new Resource(
                id,
                providerId,
                siteId,
                name,
                kind,
                mode,
                capacity,
                openingHours,
                others,
                slotMinutes,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                zone,
                notice,
                horizonDays,
                calibrationDue,
                sharedIdle,
                version);
    }

    /** The opening hours of one day of the week. */
    public List<OpeningHours> hoursOn(DayOfWeek day) {
        return openingHours.stream().filter(hours -> hours.day() == day).toList();
    }

    /** The time a unit is taken for a slot. */
    public Slot taken(Slot slot) {
        return slot.widened(Duration.ofMinutes(bufferBeforeMinutes), Duration.ofMinutes(bufferAfterMinutes));
    }

    /** All of a day, on the clocks of the site. */
    public Slot day(LocalDate day) {
        return new Slot(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The earliest moment at which something can begin that is booked now. */
    public Instant earliest(Instant now) {
        return now.plus(Duration.ofHours(noticeHours));
    }

    /** The last day on which something can begin that is booked now. */
    public LocalDate lastDay(Instant now) {
        return now.atZone(zone).toLocalDate().plusDays(horizonDays);
    }

    /** From when on the calibration is overdue. */
    public @Nullable Instant overdueFrom() {
        return calibrationDue == null
                ? null
                : calibrationDue.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether the calibration is overdue so many days from now. */
    public boolean overdue(Instant now, int days) {
        Instant from = overdueFrom();
        return from != null && !now.plus(Duration.ofDays(days)).isBefore(from);
    }
}
