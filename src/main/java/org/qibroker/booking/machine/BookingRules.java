package org.qibroker.booking.machine;

import static org.qibroker.booking.Actor.COORDINATOR;
import static org.qibroker.booking.Actor.ENTERPRISE;
import static org.qibroker.booking.Actor.PROVIDER;
import static org.qibroker.booking.BookingState.ACCEPTED;
import static org.qibroker.booking.BookingState.CANCELLED;
import static org.qibroker.booking.BookingState.COMPLETED;
import static org.qibroker.booking.BookingState.DECLINED;
import static org.qibroker.booking.BookingState.DISPUTED;
import static org.qibroker.booking.BookingState.DRAFTED;
import static org.qibroker.booking.BookingState.IN_PROGRESS;
import static org.qibroker.booking.BookingState.ON_HOLD;
import static org.qibroker.booking.BookingState.REPORTED;
import static org.qibroker.booking.BookingState.REQUESTED;

import java.util.List;
import java.util.Optional;
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
    private static final List<Step> STEPS = List.of(
            step(BookingAction.ACCEPT, AgreementSteps::accept)
                    .by(PROVIDER)
                    .from(REQUESTED)
                    .to(ACCEPTED)
                    .unless(AgreementSteps::answerTooLate),
            step(BookingAction.DECLINE, AgreementSteps::decline)
                    .by(PROVIDER)
                    .from(REQUESTED)
                    .to(DECLINED),
            step(BookingAction.CANCEL, AgreementSteps::cancel)
                    .by(ENTERPRISE, PROVIDER)
                    .from(REQUESTED, ACCEPTED)
                    .to(CANCELLED),
            step(BookingAction.RESCHEDULE, AgreementSteps::reschedule)
                    .by(ENTERPRISE, PROVIDER)
                    .from(ACCEPTED)
                    .unless(AgreementSteps::cannotReschedule),
            step(BookingAction.AGREE, AgreementSteps::agree)
                    .by(ENTERPRISE, PROVIDER)
                    .from(ACCEPTED)
                    .unless(AgreementSteps::nothingToAnswer),
            step(BookingAction.AGREE, AgreementSteps::agree)
                    .by(ENTERPRISE, PROVIDER)
                    .from(IN_PROGRESS, ON_HOLD, DRAFTED)
                    .to(CANCELLED)
                    .unless(AgreementSteps::nothingToAnswer),
            step(BookingAction.REFUSE, AgreementSteps::refuse)
                    .by(ENTERPRISE, PROVIDER)
                    .from(ACCEPTED, IN_PROGRESS, ON_HOLD, DRAFTED)
                    .unless(AgreementSteps::nothingToAnswer),
            step(BookingAction.RECEIVE, WorkSteps::receive)
                    .by(PROVIDER)
                    .from(ACCEPTED)
                    .to(IN_PROGRESS),
            step(BookingAction.START, WorkSteps::start)
                    .by(PROVIDER)
                    .from(ACCEPTED)
                    .to(IN_PROGRESS),
            step(BookingAction.PAUSE, WorkSteps::pause)
                    .by(PROVIDER)
                    .from(IN_PROGRESS)
                    .to(ON_HOLD),
            step(BookingAction.RESUME, WorkSteps::resume)
                    .by(ENTERPRISE, PROVIDER)
                    .from(ON_HOLD)
                    .to(IN_PROGRESS),
            step(BookingAction.TERMINATE, AgreementSteps::proposeTermination)
                    .by(ENTERPRISE, PROVIDER)
                    .from(IN_PROGRESS, ON_HOLD, DRAFTED)
                    .unless(AgreementSteps::alreadyProposed),
            step(BookingAction.TERMINATE, AgreementSteps::decideTermination)
                    .by(COORDINATOR)
                    .from(IN_PROGRESS, ON_HOLD, DRAFTED)
                    .to(CANCELLED),
            step(BookingAction.DRAFT, ReportSteps::draft)
                    .by(PROVIDER)
                    .from(IN_PROGRESS)
                    .to(DRAFTED),
            step(BookingAction.REQUEST_CHANGE, ReportSteps::requestChange)
                    .by(ENTERPRISE)
                    .from(DRAFTED)
                    .to(IN_PROGRESS),
            step(BookingAction.APPROVE, ReportSteps::approve)
                    .by(ENTERPRISE)
                    .from(DRAFTED)
                    .unless(ReportSteps::alreadyApproved),
            step(BookingAction.WITHDRAW_DRAFT, ReportSteps::withdrawDraft)
                    .by(PROVIDER)
                    .from(DRAFTED)
                    .to(IN_PROGRESS),
            step(BookingAction.ISSUE, ReportSteps::issue)
                    .by(PROVIDER)
                    .from(IN_PROGRESS, DRAFTED)
                    .to(REPORTED)
                    .unless(ReportSteps::draftUnanswered),
            step(BookingAction.ACCEPT_REPORT, ReportSteps::acceptReport)
                    .by(ENTERPRISE)
                    .from(REPORTED, DISPUTED)
                    .to(COMPLETED)
                    .unless(ReportSteps::withdrawn),
            step(BookingAction.DISPUTE, ReportSteps::dispute)
                    .by(ENTERPRISE)
                    .from(REPORTED)
                    .to(DISPUTED),
            step(BookingAction.RESOLVE, ReportSteps::resolve)
                    .by(COORDINATOR)
                    .from(DISPUTED)
                    .to(COMPLETED, CANCELLED),
            step(BookingAction.REISSUE, ReportSteps::reissue)
                    .by(PROVIDER)
                    .from(REPORTED, COMPLETED, DISPUTED)
                    .to(REPORTED),
            step(BookingAction.WITHDRAW_REPORT, ReportSteps::withdrawReport)
                    .by(PROVIDER)
                    .from(REPORTED, COMPLETED)
                    .unless(ReportSteps::withdrawn));

    private BookingRules() {}

    private static Step step(BookingAction action, Function<Case, Decision.Done> move) {
        return Step.of(action, move);
    }

    /** The table. */
    static List<Step> steps() {
        return STEPS;
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
            return step.get().take(asked);
        } catch (Refusal incomplete) {
            return new Decision.Refused(incomplete);
        }
    }

    /** What the actor may do now, in the order of the table. */
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
