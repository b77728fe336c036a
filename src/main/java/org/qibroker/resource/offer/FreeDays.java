package org.qibroker.resource.offer;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * On which days resources still have places free, as of one moment. Immutable.
 *
 * @param places the places of each resource
 * @param last the last day that was looked at
 */
public record FreeDays(Map<UUID, Places> places, LocalDate last) {
    /** Nothing known of any resource. */
    public static final FreeDays NONE = new FreeDays(Map.of(), LocalDate.MIN);

    /** Copies the map. */
    public FreeDays {
        places = Map.copyOf(places);
    }

    /**
     * Places of one resource.
     *
     * @param byPiece whether each piece takes one of them, as where whole days are booked; else one slot serves all
     * @param free how many are free of those that begin on a day, on the resource's own clocks; none where no day is named
     */
    public record Places(boolean byPiece, NavigableMap<LocalDate, Integer> free) {
        /** Copies the map. */
        public Places {
            free = Collections.unmodifiableNavigableMap(new TreeMap<>(free));
        }

        private Optional<Stay> stay(LocalDate from, int pieces) {
            LocalDate first = free.ceilingKey(from);
            if (first == null || !byPiece) {
                return Optional.ofNullable(first).map(day -> new Stay(day, day));
            }
            int left = pieces;
            for (Map.Entry<LocalDate, Integer> day : free.tailMap(first, true).entrySet()) {
                left -= day.getValue();
                if (left <= 0) {
                    return Optional.of(new Stay(first, day.getKey()));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * When pieces find a place.
     *
     * @param first the day on which the first of them does
     * @param last the day on which the last does
     */
    public record Stay(LocalDate first, LocalDate last) {}

    /** Whether anything is known of the resource. */
    public boolean knows(UUID resource) {
        return places.containsKey(resource);
    }

    /** When, from a day on, so many pieces find a place; empty if some find none, or nothing is known. */
    public Optional<Stay> stay(UUID resource, LocalDate from, int pieces) {
        return Optional.ofNullable(places.get(resource)).flatMap(known -> known.stay(from, pieces));
    }
}
