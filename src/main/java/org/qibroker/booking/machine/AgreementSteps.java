package org.qibroker.booking.machine;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Effect;
import org.qibroker.resource.Slot;
import org.qibroker.shared.Refusal;

/** What the two agree on: that, when, and whether to go on. */
final class AgreementSteps {
    private AgreementSteps() {}

    static Optional<String> answerTooLate(Case c) {
        Instant due = c.progress().due().response();
        return due == null || c.now().isBefore(due) ? Optional.empty() : Optional.of("answer-too-late");
    }

    static Done accept(Case c) {
        return Done.of(
                c.progress().in(BookingState.ACCEPTED).with(Due.NOTHING), "booking-accepted", Effect.CONFIRM_PLACE);
    }

    static Done decline(Case c) {
        return Done.of(ended(c, BookingState.DECLINED), "booking-declined", Effect.RELEASE_PLACE);
    }

    static Done cancel(Case c) {
        c.reason();
        return Done.of(
                ended(c, BookingState.CANCELLED), "booking-cancelled", Effect.RELEASE_PLACE, Effect.RELEASE_PROPOSED);
    }

    /** A booking that comes to its end: nothing is due, nothing proposed, and pauses are settled. */
    static Progress ended(Case c, BookingState end) {
        return WorkSteps.settled(c).in(end).with(Due.NOTHING).proposing(null);
    }

    static Optional<String> cannotReschedule(Case c) {
        return c.facts().slot() == null ? Optional.of("no-slot-to-move") : alreadyProposed(c);
    }

    static Optional<String> alreadyProposed(Case c) {
        return c.progress().proposal() == null ? Optional.empty() : Optional.of("proposal-pending");
    }

    static Done reschedule(Case c) {
        Instant start = c.command().start();
        Instant end = c.command().end();
        if (start == null || end == null) {
            throw Refusal.badInput(start == null ? "/start" : "/end", "not-null");
        }
        if (!start.isBefore(end)) {
            throw Refusal.badInput("/end", "end-before-start");
        }
        Instant due = earlier(c.inWorkdays(Case.ANSWER_DAYS), start);
        Proposal proposal = new Proposal(
                Proposal.Kind.RESCHEDULE,
                c.actor(),
                new Slot(start, end),
                null,
                c.command().reason(),
                due);
        return Done.of(c.progress().proposing(proposal), "booking-reschedule-proposed", Effect.HOLD_PROPOSED);
    }

    static Done proposeTermination(Case c) {
        Proposal proposal = new Proposal(
                Proposal.Kind.TERMINATION, c.actor(), null, null, c.reason(), c.inWorkdays(Case.ANSWER_DAYS));
        return Done.of(c.progress().proposing(proposal), "booking-termination-proposed");
    }

    static Done decideTermination(Case c) {
        c.reason();
        return terminated(c);
    }

    private static Done terminated(Case c) {
        return Done.of(ended(c, BookingState.CANCELLED), "booking-terminated", Effect.RELEASE_PLACE);
    }

    static Optional<String> nothingToAnswer(Case c) {
        Proposal proposal = c.progress().proposal();
        if (proposal == null) {
            return Optional.of("nothing-proposed");
        }
        if (proposal.by() == c.actor()) {
            return Optional.of("own-proposal");
        }
        return c.now().isBefore(proposal.due()) ? Optional.empty() : Optional.of("proposal-lapsed");
    }

    static Done agree(Case c) {
        return kind(c) == Proposal.Kind.TERMINATION
                ? terminated(c)
                : Done.of(c.progress().proposing(null), "booking-rescheduled", Effect.SWAP_PLACE);
    }

    static Done refuse(Case c) {
        Progress next = c.progress().proposing(null);
        return kind(c) == Proposal.Kind.TERMINATION
                ? Done.of(next, "booking-termination-refused")
                : Done.of(next, "booking-reschedule-refused", Effect.RELEASE_PROPOSED);
    }

    private static Proposal.@Nullable Kind kind(Case c) {
        Proposal proposal = c.progress().proposal();
        return proposal == null ? null : proposal.kind();
    }

    /** The earlier of two moments. */
    static Instant earlier(Instant one, Instant other) {
        return Stream.of(one, other).min(Instant::compareTo).orElseThrow();
    }
}
