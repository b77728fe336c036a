package org.qibroker.demand;

import java.util.Collection;
import java.util.Set;

/** How far an item is, by the best of its bookings. */
enum ItemProgress {
    /** Nobody works on it. */
    OPEN,
    /** It is booked. */
    BOOKED,
    /** The work is completed. */
    DONE;

    private static final Set<String> NOTHING_CAME_OF_IT = Set.of("DECLINED", "EXPIRED", "CANCELLED");

    /** By the states of its bookings, as the log of bookings names them. */
    static ItemProgress of(Collection<String> bookingStates) {
        return bookingStates.stream()
                .map(ItemProgress::of)
                .max(ItemProgress::compareTo)
                .orElse(OPEN);
    }

    private static ItemProgress of(String bookingState) {
        if (bookingState.equals("COMPLETED")) {
            return DONE;
        }
        return NOTHING_CAME_OF_IT.contains(bookingState) ? OPEN : BOOKED;
    }
}
