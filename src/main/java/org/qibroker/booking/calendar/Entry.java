package org.qibroker.booking.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;

/**
 * A booking as a calendar names it.
 *
 * @param what it is about, in a word
 * @param allocationId the place that it has, as against one that is only proposed
 * @param proposing whether something is proposed that nobody has answered yet
 */
public record Entry(
        UUID id,
        String number,
        BookingState state,
        long version,
        String enterprise,
        String what,
        @Nullable UUID allocationId,
        boolean proposing) {}
