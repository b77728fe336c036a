package org.qibroker.resource.place;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks to keep places for a while.
 *
 * @param pieces how many there are, one if unsaid; each takes a place where whole days are booked
 */
public record HoldRequest(
        @NotNull UUID resourceId,
        @NotNull Instant start,
        @NotNull Instant end,
        @Nullable @Min(1) @Max(1000) Integer pieces) {
    /** How many places. */
    public int piecesOrOne() {
        return pieces == null ? 1 : pieces;
    }
}
