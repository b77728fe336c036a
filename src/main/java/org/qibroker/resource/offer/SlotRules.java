package org.qibroker.resource.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Closure;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;

/**
 * Which slots a resource offers. Where whole days are booked, these are the days on which it is open at all and a
 * closure does not take all of it, from midnight to midnight. Otherwise, in each of its {@link OpenTimes}, slots follow one another from its beginning, with the
 * buffers between them, so that neighbours never disturb each other; those that touch a closure are left out. Slots have
 * their full length on a day when clocks change.
 */
public final class SlotRules {
    private SlotRules() {}

    /** The slots that start on one of the days, both included, in the zone of the resource; by start. */
    public static List<Slot> slots(Resource resource, LocalDate from, LocalDate to, WorkCalendar calendar) {
        if (resource.mode().wholeDays()) {
            return from.datesUntil(to.plusDays(1))
                    .filter(day -> worked(resource, day, calendar))
                    .map(resource::day)
                    .toList();
        }
        return from.minusDays(1)
                .datesUntil(to.plusDays(1))
                .flatMap(day -> OpenTimes.of(resource, day, calendar))
                .flatMap(window -> divided(resource, window))
                .filter(slot -> startsWithin(slot, from, to, resource.zone()))
                .filter(slot -> resource.closures().stream().noneMatch(closure -> closes(closure, slot)))
                .distinct()
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    /** Those of the slots that can be had at a moment: not past, not under notice, not beyond the horizon. */
    public static List<Slot> bookable(
            Resource resource, LocalDate from, LocalDate to, Instant now, WorkCalendar calendar) {
        Instant earliest = resource.earliest(now);
        LocalDate last = resource.lastDay(now);
        LocalDate until = to.isBefore(last) ? to : last;
        return until.isBefore(from)
                ? List.of()
                : slots(resource, from, until, calendar).stream()
                        .filter(slot -> slot.start().isAfter(now))
                        .filter(slot -> !slot.start().isBefore(earliest))
                        .toList();
    }

    private static boolean worked(Resource resource, LocalDate day, WorkCalendar calendar) {
        return OpenTimes.of(resource, day, calendar)
                .anyMatch(open -> resource.closures().stream().noneMatch(closure -> covers(closure, open)));
    }

    private static boolean covers(Closure closure, Slot open) {
        return !closure.from().isAfter(open.start()) && !closure.to().isBefore(open.end());
    }

    /** Whether the slots offered, in their order, hold all of a time without a break; any days where those are booked. */
    public static boolean joined(Resource resource, Slot wanted, List<Slot> slots) {
        if (resource.mode().wholeDays()) {
            return slots.stream().anyMatch(slot -> slot.start().equals(wanted.start()))
                    && slots.stream().anyMatch(slot -> slot.end().equals(wanted.end()));
        }
        Duration gap = Duration.ofMinutes(resource.bufferBeforeMinutes() + resource.bufferAfterMinutes());
        Optional<Instant> reached = Optional.empty();
        for (Slot slot : slots) {
            boolean next = reached.isEmpty()
                    ? slot.start().equals(wanted.start())
                    : slot.start().equals(reached.get().plus(gap));
            if (next) {
                reached = Optional.of(slot.end());
            }
            if (next && slot.end().equals(wanted.end())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the resource is open for all of a time and nothing is closed in it, on whatever grid it lies. */
    public static boolean open(Resource resource, Slot time, WorkCalendar calendar) {
        LocalDate first = time.start().atZone(resource.zone()).toLocalDate();
        LocalDate last = time.end().minusNanos(1).atZone(resource.zone()).toLocalDate();
        if (resource.mode().wholeDays()) {
            return first.datesUntil(last.plusDays(1)).allMatch(day -> worked(resource, day, calendar));
        }
        return resource.closures().stream().noneMatch(closure -> closes(closure, time))
                && first.minusDays(1)
                        .datesUntil(last.plusDays(1))
                        .flatMap(day -> OpenTimes.of(resource, day, calendar))
                        .anyMatch(open -> !open.start().isAfter(time.start())
                                && !open.end().isBefore(time.end()));
    }

    private static boolean startsWithin(Slot slot, LocalDate from, LocalDate to, ZoneId zone) {
        LocalDate day = slot.start().atZone(zone).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static boolean closes(Closure closure, Slot slot) {
        return closure.from().isBefore(slot.end()) && slot.start().isBefore(closure.to());
    }

    private static Stream<Slot> divided(Resource resource, Slot window) {
        Duration length = Duration.ofMinutes(resource.slotMinutes());
        Duration step = length.plusMinutes(resource.bufferBeforeMinutes() + resource.bufferAfterMinutes());
        List<Slot> slots = new ArrayList<>();
        for (Instant start = window.start(); !start.plus(length).isAfter(window.end()); start = start.plus(step)) {
            slots.add(new Slot(start, start.plus(length)));
        }
        return slots.stream();
    }

    /** Those of the slots for which a unit is free; as below. */
    public static List<Slot> free(Resource resource, List<Slot> slots, List<List<Slot>> taken) {
        return slots.stream().filter(slot -> free(resource, slot, taken) > 0).toList();
    }

    /**
     * How many units are free for all of a slot, buffers included.
     *
     * @param taken when each unit in service is taken, one list a unit
     */
    public static int free(Resource resource, Slot slot, List<List<Slot>> taken) {
        Slot needed = resource.taken(slot);
        return (int) taken.stream()
                .filter(unit -> unit.stream().noneMatch(needed::overlaps))
                .count();
    }
}
