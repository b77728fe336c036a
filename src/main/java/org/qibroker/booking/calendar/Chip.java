package org.qibroker.booking.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;
import org.qibroker.resource.place.Occupied;

/**
 * What is booked or held at a time.
 *
 * @param booking absent for a hold
 * @param pieces how many places of the day it takes
 */
public record Chip(Occupied place, @Nullable Entry booking, int pieces) {
    /** Whether it is only held. */
    public boolean held() {
        return booking == null;
    }

    /** Whether a booking is proposed to move here, and has its place elsewhere as yet. */
    public boolean proposed() {
        return booking != null && booking.proposing() && !place.id().equals(booking.allocationId()) && pieces == 1;
    }

    /** Whether another time can be proposed for it. */
    public boolean movable(Instant now) {
        return booking != null
                && booking.state() == BookingState.ACCEPTED
                && !booking.proposing()
                && place.slot().start().isAfter(now);
    }

    /** How it is shown: requested, held, proposed, agreed, or done. */
    public String tone() {
        if (booking == null) {
            return "held";
        }
        if (proposed()) {
            return "proposed";
        }
        return switch (booking.state()) {
            case REQUESTED -> "asked";
            case ACCEPTED, IN_PROGRESS, ON_HOLD, DRAFTED -> "agreed";
            default -> "done";
        };
    }
}
