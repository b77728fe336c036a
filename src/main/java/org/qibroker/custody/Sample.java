package org.qibroker.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a booking that is sent to the laboratory.
 *
 * @param position which one of the booking's, from 1
 * @param name what it is, such as a serial number
 * @param condition how it was found when it was last received
 * @param shipment how it was last sent, by the enterprise or back
 * @param changedAt since when it is in its state
 */
public record Sample(
        UUID id,
        UUID bookingId,
        int position,
        SampleCode code,
        String name,
        SampleState state,
        @Nullable Condition condition,
        @Nullable Shipment shipment,
        Instant changedAt) {

    /**
     * How something was sent.
     *
     * @param trackingNumber the carrier's, absent if there is none
     */
    public record Shipment(String carrier, @Nullable String trackingNumber) {}

    /** Whether it is there and can be worked on. */
    boolean workable() {
        return condition != null && condition.workable();
    }

    Sample passed(SampleState next, @Nullable Condition found, @Nullable Shipment sent, Instant now) {
        return new Sample(id, bookingId, position, code, name, next, found, sent, now);
    }
}
