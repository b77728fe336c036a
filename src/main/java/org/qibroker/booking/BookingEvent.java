package org.qibroker.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a booking.
 *
 * @param type past tense, such as {@code booking-accepted}
 * @param organisationId whose member did it; absent for the clock
 * @param from absent for the first
 */
public record BookingEvent(
        long sequence,
        String type,
        Instant at,
        String actorName,
        @Nullable UUID organisationId,
        @Nullable BookingState from,
        BookingState to,
        @Nullable String reason) {}
