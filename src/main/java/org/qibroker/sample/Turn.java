package org.qibroker.sample;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.resource.offer.FreeSlot;

/**
 * One step in the life of a booking of the sample, written {@code pause +2d ENTERPRISE 等待补充资料}: what, when, who, why.
 *
 * @param word a step of the booking, or an {@link Errand}
 * @param when {@code +3h} or {@code +2d} after the step before, or {@code slot}: when the slot starts
 * @param said whom it is about, where that is said: the actor, for a pause who is waited for, for a resolution the outcome
 */
record Turn(String word, String when, @Nullable String said, @Nullable String reason) {
    private static final List<BookingAction> OF_ENTERPRISE = List.of(
            BookingAction.REQUEST_CHANGE, BookingAction.APPROVE, BookingAction.ACCEPT_REPORT, BookingAction.DISPUTE);

    static Turn of(String text) {
        String[] parts = text.split(" ", 4);
        return new Turn(
                parts[0],
                parts[1],
                parts.length > 2 && !parts[2].equals("-") ? parts[2] : null,
                parts.length > 3 ? parts[3] : null);
    }

    /** What is done beside the steps of the booking, if it is that. */
    Optional<Errand> errand() {
        return Errand.of(word);
    }

    private BookingAction action() {
        return BookingAction.valueOf(word);
    }

    Actor actor() {
        Optional<Errand> errand = errand();
        if (errand.isPresent()) {
            return errand.get().actor();
        }
        BookingAction action = action();
        if (action == BookingAction.RESOLVE) {
            return Actor.COORDINATOR;
        }
        if (said != null && action != BookingAction.PAUSE) {
            return Actor.valueOf(said);
        }
        return OF_ENTERPRISE.contains(action) ? Actor.ENTERPRISE : Actor.PROVIDER;
    }

    boolean needsSlot() {
        return word.equals(BookingAction.RESCHEDULE.name());
    }

    BookingTransition transition(@Nullable FreeSlot slot) {
        BookingAction action = action();
        return new BookingTransition(
                action,
                reason,
                slot == null ? null : slot.start().toInstant(),
                slot == null ? null : slot.end().toInstant(),
                action == BookingAction.PAUSE && said != null ? Actor.valueOf(said) : null,
                action == BookingAction.RESOLVE && said != null ? BookingState.valueOf(said) : null,
                null);
    }
}
