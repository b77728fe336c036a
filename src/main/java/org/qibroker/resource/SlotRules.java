package org.qibroker.resource;

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

/**
 * Which slots a resource offers. In each of its {@link OpenTimes}, slots follow one another from its beginning, with the
 * buffers between them, so that neighbours never disturb each other; those that touch a closure are left out. Slots have
 * their full length on a day when clocks change.
 */
final class SlotRules {
    private SlotRules() {}

    /** The slots that start on one of the days, both included, in the zone of the resource; by start. */
    static List<Slot> slots(Resource resource, LocalDate from, LocalDate to, WorkCalendar calendar) {
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

    /** Whether the time is one slot that the resource offers, or several that follow one another without a break. */
    static boolean offers(Resource resource, Slot wanted, WorkCalendar calendar) {
        LocalDate day = wanted.start().atZone(resource.zone()).toLocalDate();
        LocalDate last = wanted.end().atZone(resource.zone()).toLocalDate();
        if (day.plusDays(7).isBefore(last)) {
            return false;
        }
        Duration gap = Duration.ofMinutes(resource.bufferBeforeMinutes() + resource.bufferAfterMinutes());
        Optional<Instant> reached = Optional.empty();
        for (Slot slot : slots(resource, day, last, calendar)) {
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

    /**
     * How many units are free for all of a slot, buffers included.
     *
     * @param taken when each unit in service is taken, one list a unit
     */
    static int free(Resource resource, Slot slot, List<List<Slot>> taken) {
        Slot needed = resource.taken(slot);
        return (int) taken.stream()
                .filter(unit -> unit.stream().noneMatch(needed::overlaps))
                .count();
    }
}
