package org.qibroker.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.resource.Slot;

/**
 * What one party proposes and the other has not answered yet.
 *
 * @param slot the new slot, for a reschedule
 * @param allocationId the place that is kept for it
 * @param due when it lapses
 */
public record Proposal(
        Kind kind, Actor by, @Nullable Slot slot, @Nullable UUID allocationId, @Nullable String reason, Instant due) {

    /** What is proposed. */
    public enum Kind {
        /** Another slot. */
        RESCHEDULE,
        /** To end the work without a report. */
        TERMINATION
    }

    Proposal at(UUID allocation, Slot taken) {
        return new Proposal(kind, by, taken, allocation, reason, due);
    }
}
