package org.qibroker.booking;

import java.util.List;
import java.util.Locale;

/** A part of the list of bookings. */
public enum BookingTab {
    /** All of them. */
    ALL,
    /** Waiting for the provider's answer. */
    WAITING(BookingState.REQUESTED),
    /** Agreed or being worked on. */
    OPEN(BookingState.ACCEPTED, BookingState.IN_PROGRESS, BookingState.ON_HOLD, BookingState.DRAFTED),
    /** The report is there and not accepted yet. */
    REPORTED(BookingState.REPORTED, BookingState.DISPUTED),
    /** At an end. */
    ENDED(BookingState.COMPLETED, BookingState.CANCELLED, BookingState.DECLINED, BookingState.EXPIRED);

    private final List<BookingState> states;

    BookingTab(BookingState... states) {
        this.states = List.of(states);
    }

    List<BookingState> states() {
        return states;
    }

    /** Its name in addresses and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
