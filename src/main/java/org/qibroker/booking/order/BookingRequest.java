package org.qibroker.booking.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a booking.
 *
 * @param capabilityIds lines of one site of one provider
 * @param start with {@code end} and {@code resourceId}: the slot; all three or none
 * @param holdId the hold on that slot, if there is one
 * @param pieces 1 if unsaid
 */
public record BookingRequest(
        @NotEmpty @Size(max = 50) List<@NotNull UUID> capabilityIds,
        @Nullable UUID demandId,
        @Nullable @Size(max = 200) List<@NotNull UUID> demandItemIds,
        @Nullable UUID resourceId,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable UUID holdId,
        @Nullable @Min(1) @Max(100_000) Integer pieces,
        @Nullable @Size(max = 2000) String note) {

    /** The items of the demand, none if unsaid. */
    public List<UUID> itemIds() {
        return demandItemIds == null ? List.of() : demandItemIds;
    }

    /** The same at another place. */
    public BookingRequest at(UUID resource, Instant from, Instant to) {
        return new BookingRequest(capabilityIds, demandId, demandItemIds, resource, from, to, holdId, pieces, note);
    }

    /** How many pieces. */
    public int piecesOrOne() {
        return Objects.requireNonNullElse(pieces, 1);
    }
}
