package org.qibroker.booking.machine;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Proposal;
import org.qibroker.resource.Slot;

/**
 * Who has to act next. A booking keeps it in its row ({@code acts_next}, {@code acts_by}), by which lists are picked and
 * sorted.
 *
 * @param due by when, absent where nothing was agreed
 */
public record NextStep(Actor who, @Nullable Instant due) {
    /** Later than anything is due. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Who has to act next on a booking; nobody on one that has ended. */
    public static Optional<NextStep> of(Booking booking) {
        Progress progress = booking.progress();
        Proposal proposal = progress.proposal();
        if (proposal != null) {
            return Optional.of(new NextStep(proposal.by().other(), proposal.due()));
        }
        Booking.Place place = booking.place();
        Slot slot = place == null ? null : place.slot();
        return switch (progress.state()) {
            case REQUESTED -> by(Actor.PROVIDER, progress.due().response());
            case ACCEPTED -> by(Actor.PROVIDER, slot == null ? null : slot.start());
            case IN_PROGRESS -> by(Actor.PROVIDER, progress.due().turnaround());
            case ON_HOLD -> Optional.ofNullable(progress.waiting().on()).map(on -> new NextStep(on, null));
            case DRAFTED ->
                progress.drafting().approvedAt() == null
                        ? by(Actor.ENTERPRISE, progress.drafting().answerDue())
                        : by(Actor.PROVIDER, progress.due().turnaround());
            case REPORTED ->
                progress.due().completion() == null
                        ? by(Actor.PROVIDER, null)
                        : by(Actor.ENTERPRISE, progress.due().completion());
            case DISPUTED -> by(Actor.COORDINATOR, null);
            case DECLINED, EXPIRED, CANCELLED, COMPLETED -> Optional.empty();
        };
    }

    /** When the time of whoever has to act next is up; {@link #NEVER} where nobody has to, or not by any time. */
    public static Instant actsBy(Booking booking) {
        return of(booking).map(NextStep::due).orElse(NEVER);
    }

    /** Who has to act next, as the row of a booking keeps it; null on one that has ended. */
    public static @Nullable String actsNext(Booking booking) {
        return of(booking).map(step -> step.who().name()).orElse(null);
    }

    private static Optional<NextStep> by(Actor who, @Nullable Instant due) {
        return Optional.of(new NextStep(who, due));
    }

    /** Whether it should have been done before. */
    public boolean overdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
