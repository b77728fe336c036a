package org.qibroker.resource.offer;

import java.time.OffsetDateTime;
import org.qibroker.resource.Slot;

/**
 * A slot as it is offered, on the clocks of the site; from midnight to midnight where whole days are booked.
 *
 * @param free places that are free for all of it, buffers included
 */
public record FreeSlot(OffsetDateTime start, OffsetDateTime end, int free) {
    /** Its time. */
    public Slot slot() {
        return new Slot(start.toInstant(), end.toInstant());
    }
}
