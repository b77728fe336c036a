package org.qibroker.resource.offer;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;

/**
 * On which days resources still have a place free, as of one moment. Immutable.
 *
 * @param days the days of each resource, on its own clocks, on which a slot with a free place begins
 * @param last the last day that was looked at
 */
public record FreeDays(Map<UUID, NavigableSet<LocalDate>> days, LocalDate last) {
    /** Nothing known of any resource. */
    public static final FreeDays NONE = new FreeDays(Map.of(), LocalDate.MIN);

    /** Copies the map. */
    public FreeDays {
        days = Map.copyOf(days);
    }

    /** Whether anything is known of the resource. */
    public boolean knows(UUID resource) {
        return days.containsKey(resource);
    }

    /** The first day, from one on, on which the resource has a place free; empty if none is, or none is known. */
    public Optional<LocalDate> first(UUID resource, LocalDate from) {
        NavigableSet<LocalDate> free = days.get(resource);
        return free == null ? Optional.empty() : Optional.ofNullable(free.ceiling(from));
    }
}
