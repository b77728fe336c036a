package org.qibroker.booking.machine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Effect;

/** What happens by itself when its time has come. Pure. */
public final class ClockRules {
    private ClockRules() {}

    /** When something is going to happen by itself, absent if nothing is. */
    public static Optional<Instant> next(Progress progress) {
        return Stream.of(
                        requestLapses(progress),
                        proposalLapses(progress),
                        progress.due().completion())
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    /** What has to happen by now, if anything; once it is done there may be more. */
    public static Optional<Done> due(Progress progress, Instant now) {
        if (passed(requestLapses(progress), now)) {
            Progress expired = progress.in(BookingState.EXPIRED).with(Due.NOTHING);
            return Optional.of(Done.of(expired, "booking-expired", Effect.RELEASE_PLACE));
        }
        if (passed(proposalLapses(progress), now)) {
            return Optional.of(Done.of(progress.proposing(null), "booking-proposal-lapsed", Effect.RELEASE_PROPOSED));
        }
        if (passed(progress.due().completion(), now)) {
            Progress completed = progress.in(BookingState.COMPLETED).with(Due.NOTHING);
            return Optional.of(Done.of(completed, "booking-completed"));
        }
        return Optional.empty();
    }

    /** The ways that the clock takes. */
    static Stream<Arc> arcs() {
        Stream<Arc> lapses = Stream.of(
                        BookingState.ACCEPTED, BookingState.IN_PROGRESS, BookingState.ON_HOLD, BookingState.DRAFTED)
                .map(state -> new Arc(state, "booking.arc.lapse", Set.of(Actor.CLOCK), state));
        return Stream.concat(
                Stream.of(
                        new Arc(
                                BookingState.REQUESTED,
                                "booking.arc.expire",
                                Set.of(Actor.CLOCK),
                                BookingState.EXPIRED),
                        new Arc(
                                BookingState.REPORTED,
                                "booking.arc.complete",
                                Set.of(Actor.CLOCK),
                                BookingState.COMPLETED)),
                lapses);
    }

    private static @Nullable Instant requestLapses(Progress progress) {
        return progress.state() == BookingState.REQUESTED ? progress.due().response() : null;
    }

    private static @Nullable Instant proposalLapses(Progress progress) {
        Proposal proposal = progress.proposal();
        return proposal == null ? null : proposal.due();
    }

    private static boolean passed(@Nullable Instant due, Instant now) {
        return due != null && !now.isBefore(due);
    }
}
