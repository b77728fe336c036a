package org.qibroker.booking.deadline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;
import org.qibroker.platform.time.Countdown;
import org.qibroker.shared.RegionTime;

/**
 * A clock of a booking that runs.
 *
 * @param subject what was ordered
 * @param remindedAt when somebody was reminded, if so
 * @param escalatedAt when the coordinator was told that it is late, if so
 */
public record DueBooking(
        UUID bookingId,
        String number,
        String subject,
        String enterpriseName,
        String providerName,
        BookingState state,
        Deadline deadline,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt) {

    /** How long there is, or since when it is late. */
    public Countdown countdown(Instant now) {
        return Countdown.of(now, deadline.due(), RegionTime.ZONE);
    }
}
