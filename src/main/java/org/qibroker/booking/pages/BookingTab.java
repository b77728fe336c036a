package org.qibroker.booking.pages;

import java.util.List;
import java.util.Locale;
import org.qibroker.booking.BookingState;

/** A part of the list of bookings. */
public enum BookingTab {
    /** All of them. */
    ALL,
    /** Waiting for whoever reads. */
    MINE,
    /** Waiting for the provider's answer. */
    WAITING,
    /** Agreed or being worked on. */
    OPEN,
    /** The report is there and not accepted yet. */
    REPORTED,
    /** At an end. */
    ENDED;

    /** The states it holds; none means any. */
    List<BookingState> states() {
        return switch (this) {
            case ALL, MINE -> List.of();
            case WAITING -> List.of(BookingState.REQUESTED);
            case OPEN ->
                List.of(BookingState.ACCEPTED, BookingState.IN_PROGRESS, BookingState.ON_HOLD, BookingState.DRAFTED);
            case REPORTED -> List.of(BookingState.REPORTED, BookingState.DISPUTED);
            case ENDED ->
                List.of(BookingState.COMPLETED, BookingState.CANCELLED, BookingState.DECLINED, BookingState.EXPIRED);
        };
    }

    /** Its name in addresses and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
