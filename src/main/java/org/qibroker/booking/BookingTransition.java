package org.qibroker.booking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to happen to a booking.
 *
 * @param reason needed to cancel, terminate, request a change, dispute, resolve, reissue and withdraw a report
 * @param start with {@code end}: the slot proposed, to reschedule
 * @param waitingFor ENTERPRISE or PROVIDER, to pause
 * @param outcome COMPLETED or CANCELLED, to resolve
 * @param reportNumber how the provider numbers the report, to issue and reissue; made up of the booking's if unsaid
 */
public record BookingTransition(
        @NotNull BookingAction action,
        @Nullable @Size(max = 2000) String reason,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Actor waitingFor,
        @Nullable BookingState outcome,
        @Nullable @Size(max = 100) String reportNumber) {

    /** Only an action. */
    public static BookingTransition of(BookingAction action) {
        return new BookingTransition(action, null, null, null, null, null, null);
    }

    /** An action and why. */
    public static BookingTransition of(BookingAction action, String reason) {
        return new BookingTransition(action, reason, null, null, null, null, null);
    }

    /** Another slot. */
    public static BookingTransition reschedule(Instant start, Instant end, @Nullable String reason) {
        return new BookingTransition(BookingAction.RESCHEDULE, reason, start, end, null, null, null);
    }
}
