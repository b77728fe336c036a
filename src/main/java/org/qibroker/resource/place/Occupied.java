package org.qibroker.resource.place;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.resource.Slot;

/**
 * A place that is taken.
 *
 * @param unit which of the units, from 1 on
 * @param bookingId absent while it is only held
 * @param expiresAt absent once it is taken for good
 */
public record Occupied(
        UUID id, int unit, UUID organisationId, @Nullable UUID bookingId, Slot slot, @Nullable Instant expiresAt) {
    /** By what people call for it: the booking, or the hold. */
    public UUID cause() {
        return bookingId == null ? id : bookingId;
    }
}
