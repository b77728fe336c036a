package org.qibroker.resource.place;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;

/**
 * What a booking wants of a resource.
 *
 * @param slot one that the resource offers, from the first day to the last where whole days are booked; absent for a
 *     place in the queue
 * @param pieces how many there are, of which each takes a place where whole days are booked
 * @param organisationId for whom
 * @param expiresAt until when the place is kept if nobody confirms it, absent if it is taken for good
 */
public record Claim(
        Resource resource,
        @Nullable Slot slot,
        int pieces,
        UUID organisationId,
        UUID bookingId,
        @Nullable Instant expiresAt) {}
