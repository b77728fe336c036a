package org.qibroker.booking.machine;

import static org.qibroker.booking.Actor.COORDINATOR;
import static org.qibroker.booking.Actor.ENTERPRISE;
import static org.qibroker.booking.Actor.PROVIDER;
import static org.qibroker.booking.BookingState.ACCEPTED;
import static org.qibroker.booking.BookingState.COMPLETED;
import static org.qibroker.booking.BookingState.DISPUTED;
import static org.qibroker.booking.BookingState.DRAFTED;
import static org.qibroker.booking.BookingState.IN_PROGRESS;
import static org.qibroker.booking.BookingState.ON_HOLD;
import static org.qibroker.booking.BookingState.REPORTED;
import static org.qibroker.booking.BookingState.REQUESTED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.shared.Refusal;

/**
 * The state machine of a booking: who may do what in which state, and what follows. Pure; time comes in with the facts.
 * What the clock does is in {@link ClockRules}.
 */
public final class BookingRules {
    private static final Set<Actor> EITHER = Set.of(ENTERPRISE, PROVIDER);

    private static final List<Step> STEPS = List.of(
            step(BookingAction.ACCEPT, Set.of(PROVIDER), AgreementSteps::accept, REQUESTED)
                    .unless(AgreementSteps::answerTooLate),
            step(BookingAction.DECLINE, Set.of(PROVIDER), AgreementSteps::decline, REQUESTED),
            step(BookingAction.CANCEL, EITHER, AgreementSteps::cancel, REQUESTED, ACCEPTED),
            step(BookingAction.RESCHEDULE, EITHER, AgreementSteps::reschedule, ACCEPTED)
                    .unless(AgreementSteps::cannotReschedule),
            step(BookingAction.AGREE, EITHER, AgreementSteps::agree, ACCEPTED, IN_PROGRESS, ON_HOLD, DRAFTED)
                    .unless(AgreementSteps::nothingToAnswer),
            step(BookingAction.REFUSE, EITHER, AgreementSteps::refuse, ACCEPTED, IN_PROGRESS, ON_HOLD, DRAFTED)
                    .unless(AgreementSteps::nothingToAnswer),
            step(BookingAction.RECEIVE, Set.of(PROVIDER), WorkSteps::receive, ACCEPTED),
            step(BookingAction.START, Set.of(PROVIDER), WorkSteps::start, ACCEPTED),
            step(BookingAction.PAUSE, Set.of(PROVIDER), WorkSteps::pause, IN_PROGRESS),
            step(BookingAction.RESUME, EITHER, WorkSteps::resume, ON_HOLD),
            step(BookingAction.TERMINATE, EITHER, AgreementSteps::proposeTermination, IN_PROGRESS, ON_HOLD, DRAFTED)
                    .unless(AgreementSteps::alreadyProposed),
            step(
                    BookingAction.TERMINATE,
                    Set.of(COORDINATOR),
                    AgreementSteps::decideTermination,
                    IN_PROGRESS,
                    ON_HOLD,
                    DRAFTED),
            step(BookingAction.DRAFT, Set.of(PROVIDER), ReportSteps::draft, IN_PROGRESS),
            step(BookingAction.REQUEST_CHANGE, Set.of(ENTERPRISE), ReportSteps::requestChange, DRAFTED),
            step(BookingAction.APPROVE, Set.of(ENTERPRISE), ReportSteps::approve, DRAFTED)
                    .unless(ReportSteps::alreadyApproved),
            step(BookingAction.WITHDRAW_DRAFT, Set.of(PROVIDER), ReportSteps::withdrawDraft, DRAFTED),
            step(BookingAction.ISSUE, Set.of(PROVIDER), ReportSteps::issue, IN_PROGRESS, DRAFTED)
                    .unless(ReportSteps::draftUnanswered),
            step(BookingAction.ACCEPT_REPORT, Set.of(ENTERPRISE), ReportSteps::acceptReport, REPORTED, DISPUTED)
                    .unless(ReportSteps::withdrawn),
            step(BookingAction.DISPUTE, Set.of(ENTERPRISE), ReportSteps::dispute, REPORTED),
            step(BookingAction.RESOLVE, Set.of(COORDINATOR), ReportSteps::resolve, DISPUTED),
            step(BookingAction.REISSUE, Set.of(PROVIDER), ReportSteps::reissue, REPORTED, COMPLETED, DISPUTED),
            step(BookingAction.WITHDRAW_REPORT, Set.of(PROVIDER), ReportSteps::withdrawReport, REPORTED, COMPLETED)
                    .unless(ReportSteps::withdrawn));

    private BookingRules() {}

    /**
     * A step that exists.
     *
     * @param obstacle code of what stands in the way just now, empty if nothing does
     * @param move what follows; refuses a command that does not say what it must
     */
    private record Step(
            BookingAction action,
            Set<Actor> by,
            Set<BookingState> from,
            Function<Case, Optional<String>> obstacle,
            Function<Case, Decision.Done> move) {

        Step unless(Function<Case, Optional<String>> other) {
            return new Step(action, by, from, other, move);
        }

        boolean is(BookingAction wanted, @Nullable Actor actor, @Nullable BookingState state) {
            return action == wanted && (actor == null || by.contains(actor)) && (state == null || from.contains(state));
        }
    }

    private static Step step(
            BookingAction action, Set<Actor> by, Function<Case, Decision.Done> move, BookingState... from) {
        return new Step(action, by, Set.of(from), anything -> Optional.empty(), move);
    }

    /**
     * What becomes of a step: FORBIDDEN if it is not this actor's to take, CONFLICT if not in this state or not yet,
     * BAD_INPUT if something is not said that has to be.
     */
    public static Decision decide(Case asked) {
        BookingAction action = asked.command().action();
        BookingState state = asked.progress().state();
        Optional<Step> step = find(action, asked.actor(), state);
        if (step.isEmpty()) {
            return new Decision.Refused(whyNot(action, asked.actor(), state));
        }
        Optional<String> obstacle = step.get().obstacle().apply(asked);
        if (obstacle.isPresent()) {
            return new Decision.Refused(Refusal.conflict(obstacle.get()));
        }
        try {
            return step.get().move().apply(asked);
        } catch (Refusal incomplete) {
            return new Decision.Refused(incomplete);
        }
    }

    /** What the actor may do now, the most usual first. */
    public static List<BookingAction> actions(Progress progress, Actor actor, Case.Facts facts) {
        return STEPS.stream()
                .filter(step -> step.is(step.action(), actor, progress.state()))
                .filter(step -> step.obstacle()
                        .apply(new Case(progress, actor, BookingTransition.of(step.action()), facts))
                        .isEmpty())
                .map(Step::action)
                .toList();
    }

    private static Optional<Step> find(BookingAction action, @Nullable Actor actor, @Nullable BookingState state) {
        return STEPS.stream().filter(step -> step.is(action, actor, state)).findFirst();
    }

    private static Refusal whyNot(BookingAction action, Actor actor, BookingState state) {
        boolean foreign =
                find(action, actor, null).isEmpty() || find(action, null, state).isPresent();
        return foreign
                ? new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do")
                : Refusal.conflict("transition-not-possible", action.name(), state.name());
    }
}
