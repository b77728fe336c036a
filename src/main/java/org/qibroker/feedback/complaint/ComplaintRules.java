package org.qibroker.feedback.complaint;

import static org.qibroker.booking.Actor.COORDINATOR;
import static org.qibroker.booking.Actor.ENTERPRISE;
import static org.qibroker.booking.Actor.PROVIDER;
import static org.qibroker.feedback.complaint.ComplaintState.ACKNOWLEDGED;
import static org.qibroker.feedback.complaint.ComplaintState.ANSWERED;
import static org.qibroker.feedback.complaint.ComplaintState.CLOSED;
import static org.qibroker.feedback.complaint.ComplaintState.MEDIATION;
import static org.qibroker.feedback.complaint.ComplaintState.RECEIVED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.feedback.complaint.Complaint.Due;
import org.qibroker.feedback.complaint.Complaint.Findings;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/** The life of a complaint: who may do what in which state, what follows, and what happens by itself. Pure. */
final class ComplaintRules {
    /** Working days until the provider has to say that it has the complaint. */
    static final int ACKNOWLEDGE_DAYS = 5;

    /** Working days until the provider has to answer. */
    static final int ANSWER_DAYS = 20;

    /** Working days after which an answer nobody objects to stands. */
    static final int ACCEPT_DAYS = 10;

    private static final Set<BookingState> NOTHING_AGREED =
            EnumSet.of(BookingState.REQUESTED, BookingState.DECLINED, BookingState.EXPIRED);

    private static final List<Step> STEPS = List.of(
            new Step(ComplaintAction.ACKNOWLEDGE, PROVIDER, Set.of(RECEIVED)),
            new Step(ComplaintAction.ANSWER, PROVIDER, Set.of(RECEIVED, ACKNOWLEDGED)),
            new Step(ComplaintAction.ACCEPT, ENTERPRISE, Set.of(ANSWERED)),
            new Step(ComplaintAction.ESCALATE, ENTERPRISE, Set.of(ANSWERED)),
            new Step(ComplaintAction.DECIDE, COORDINATOR, Set.of(MEDIATION)),
            new Step(ComplaintAction.WITHDRAW, ENTERPRISE, Set.of(RECEIVED, ACKNOWLEDGED, ANSWERED, MEDIATION)));

    private ComplaintRules() {}

    private record Step(ComplaintAction action, Actor by, Set<ComplaintState> from) {}

    /** Who acts, when, by which calendar. */
    record Moment(Actor actor, Instant now, WorkCalendar calendar) {
        Instant in(int workdays) {
            return calendar.plusWorkdays(now, workdays, RegionTime.ZONE);
        }
    }

    /** Something that happened, and the complaint after it. */
    record Happened(Complaint after, String type) {}

    /** Whether a booking can be complained of: something was agreed. */
    static boolean possible(BookingState state) {
        return !NOTHING_AGREED.contains(state);
    }

    /** By when what has to happen to a complaint that has just been received. */
    static Due due(Moment moment) {
        Instant acknowledge = moment.in(ACKNOWLEDGE_DAYS);
        return new Due(acknowledge, moment.in(ANSWER_DAYS), acknowledge, false);
    }

    /** What somebody can do about a complaint in a state. */
    static List<ComplaintAction> actions(ComplaintState state, Actor actor) {
        return STEPS.stream()
                .filter(step -> step.by() == actor && step.from().contains(state))
                .map(Step::action)
                .toList();
    }

    /**
     * What becomes of a step.
     *
     * @throws Refusal FORBIDDEN if it is not this actor's to take, CONFLICT if not in this state, BAD_INPUT if something
     *     is not said that has to be
     */
    static Happened after(Complaint complaint, ComplaintTransition wanted, Moment moment) {
        Step step = STEPS.stream()
                .filter(one -> one.action() == wanted.action())
                .findFirst()
                .orElseThrow();
        if (step.by() != moment.actor()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!step.from().contains(complaint.state())) {
            throw Refusal.conflict("complaint-action", complaint.state().name());
        }
        return taken(complaint, wanted, moment);
    }

    private static Happened taken(Complaint complaint, ComplaintTransition wanted, Moment moment) {
        Due due = complaint.due();
        Findings found = complaint.findings();
        return switch (wanted.action()) {
            case ACKNOWLEDGE ->
                new Happened(complaint.in(ACKNOWLEDGED, next(due, due.answer()), found), "complaint-acknowledged");
            case ANSWER ->
                new Happened(
                        complaint.in(
                                ANSWERED,
                                next(due, moment.in(ACCEPT_DAYS)),
                                new Findings(text(wanted), outcome(wanted), null, null)),
                        "complaint-answered");
            case ACCEPT ->
                new Happened(
                        complaint.in(CLOSED, next(due, null), closed(found, found.proposed(), null)),
                        "complaint-settled");
            case ESCALATE ->
                new Happened(
                        complaint.in(MEDIATION, next(due, null), closed(found, null, text(wanted))),
                        "complaint-escalated");
            case DECIDE ->
                new Happened(
                        complaint.in(CLOSED, next(due, null), closed(found, outcome(wanted), text(wanted))),
                        "complaint-decided");
            case WITHDRAW ->
                new Happened(
                        complaint.in(CLOSED, next(due, null), closed(found, ComplaintOutcome.WITHDRAWN, text(wanted))),
                        "complaint-withdrawn");
        };
    }

    /**
     * What happens by itself by now: a provider that has not acknowledged is late, one that has not answered loses the
     * matter to a coordinator, an answer nobody objects to stands.
     */
    static Optional<Happened> lapsed(Complaint complaint, Instant now) {
        Due due = complaint.due();
        if (due.next() == null || now.isBefore(due.next())) {
            return Optional.empty();
        }
        Findings found = complaint.findings();
        if (complaint.state() == ANSWERED) {
            return Optional.of(new Happened(
                    complaint.in(CLOSED, next(due, null), closed(found, found.proposed(), null)), "complaint-settled"));
        }
        Due late = new Due(due.acknowledge(), due.answer(), null, true);
        boolean reminded = now.isBefore(due.answer());
        return Optional.of(
                reminded
                        ? new Happened(
                                complaint.in(complaint.state(), next(late, due.answer()), found), "complaint-overdue")
                        : new Happened(complaint.in(MEDIATION, late, found), "complaint-escalated"));
    }

    private static Due next(Due due, @Nullable Instant at) {
        return new Due(due.acknowledge(), due.answer(), at, due.late());
    }

    private static Findings closed(Findings found, @Nullable ComplaintOutcome outcome, @Nullable String decision) {
        return new Findings(found.answer(), found.proposed(), outcome, decision);
    }

    private static String text(ComplaintTransition wanted) {
        String text = wanted.text();
        if (text == null || text.isBlank()) {
            throw Refusal.badInput("/text", "reason-needed");
        }
        return text.strip();
    }

    private static ComplaintOutcome outcome(ComplaintTransition wanted) {
        ComplaintOutcome outcome = wanted.outcome();
        if (outcome == null || outcome == ComplaintOutcome.WITHDRAWN) {
            throw Refusal.badInput("/outcome", "complaint-outcome");
        }
        return outcome;
    }
}
