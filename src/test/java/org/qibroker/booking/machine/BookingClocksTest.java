package org.qibroker.booking.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.booking.machine.Progresses.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Report;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Effect;
import org.qibroker.booking.machine.Decision.Refused;
import org.qibroker.shared.Refusal;

class BookingClocksTest {
    private static Decision decide(Progress progress, Actor actor, BookingTransition command, Instant now) {
        return BookingRules.decide(new Case(progress, actor, command, Progresses.factsAt(now)));
    }

    private static Done done(Progress progress, Actor actor, BookingAction action, Instant now) {
        return (Done) decide(progress, actor, Progresses.commands(action).get(0), now);
    }

    private static Refusal refused(Progress progress, Actor actor, BookingTransition command, Instant now) {
        return ((Refused) decide(progress, actor, command, now)).refusal();
    }

    @Test
    void aRequestExpiresAtTheMomentItsAnswerIsDue() {
        Progress requested = Progresses.in(BookingState.REQUESTED);
        Instant due = Objects.requireNonNull(requested.due().response());
        assertThat(ClockRules.next(requested)).contains(due);
        assertThat(ClockRules.due(requested, due.minusNanos(1))).isEmpty();
        Done expired = ClockRules.due(requested, due).orElseThrow();
        assertThat(expired.next().state()).isEqualTo(BookingState.EXPIRED);
        assertThat(expired.effects()).containsExactly(Effect.RELEASE_PLACE);
        assertThat(refused(requested, Actor.PROVIDER, BookingTransition.of(BookingAction.ACCEPT), due)
                        .code())
                .isEqualTo("answer-too-late");
    }

    @Test
    void aProposalHoldsTheNewSlotUntilItLapses() {
        Done proposed = done(Progresses.in(BookingState.ACCEPTED), Actor.PROVIDER, BookingAction.RESCHEDULE, NOW);
        assertThat(proposed.effects()).containsExactly(Effect.HOLD_PROPOSED);
        Instant due = Objects.requireNonNull(proposed.next().proposal()).due();
        assertThat(due).isEqualTo(Instant.parse("2026-11-27T01:00:00Z"));
        assertThat(refused(proposed.next(), Actor.PROVIDER, BookingTransition.of(BookingAction.AGREE), NOW)
                        .code())
                .isEqualTo("own-proposal");
        assertThat(refused(proposed.next(), Actor.ENTERPRISE, BookingTransition.of(BookingAction.AGREE), due)
                        .code())
                .isEqualTo("proposal-lapsed");
        Done lapsed = ClockRules.due(proposed.next(), due).orElseThrow();
        assertThat(lapsed.next()).isEqualTo(Progresses.in(BookingState.ACCEPTED));
        assertThat(lapsed.effects()).containsExactly(Effect.RELEASE_PROPOSED);
    }

    @Test
    void receivingTheSampleDropsWhatWasProposed() {
        Done proposed = done(Progresses.in(BookingState.ACCEPTED), Actor.ENTERPRISE, BookingAction.RESCHEDULE, NOW);
        Done received = done(proposed.next(), Actor.PROVIDER, BookingAction.RECEIVE, NOW);
        assertThat(received.next().proposal()).isNull();
        assertThat(received.effects()).containsExactly(Effect.RELEASE_PROPOSED);
    }

    @Test
    void theReportIsDueFiveWorkingDaysAfterTheSample() {
        Done received = done(Progresses.in(BookingState.ACCEPTED), Actor.PROVIDER, BookingAction.RECEIVE, NOW);
        assertThat(received.next().due().turnaround()).isEqualTo(Instant.parse("2026-12-02T01:00:00Z"));
    }

    @Test
    void aPauseForTheEnterpriseMovesTheDayTheReportIsDueByItsWorkingDays() {
        Done received = done(Progresses.in(BookingState.ACCEPTED), Actor.PROVIDER, BookingAction.RECEIVE, NOW);
        Done paused = done(received.next(), Actor.PROVIDER, BookingAction.PAUSE, NOW);
        Instant monday = Instant.parse("2026-11-30T01:00:00Z");
        Progress resumed = done(paused.next(), Actor.ENTERPRISE, BookingAction.RESUME, monday)
                .next();
        assertThat(resumed.due().turnaround()).isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
        assertThat(resumed.waiting().byEnterprise()).isEqualTo(Duration.ofDays(5));
        assertThat(resumed.waiting().byProvider()).isZero();
    }

    @Test
    void aPauseForTheProviderMovesNothingButIsPutDownToIt() {
        Done received = done(Progresses.in(BookingState.ACCEPTED), Actor.PROVIDER, BookingAction.RECEIVE, NOW);
        Decision paused = decide(
                received.next(),
                Actor.PROVIDER,
                Progresses.commands(BookingAction.PAUSE).get(1),
                NOW);
        Instant monday = Instant.parse("2026-11-30T01:00:00Z");
        Progress resumed = done(((Done) paused).next(), Actor.PROVIDER, BookingAction.RESUME, monday)
                .next();
        assertThat(resumed.due()).isEqualTo(received.next().due());
        assertThat(resumed.waiting().byProvider()).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void aDraftCanBeIssuedOnceApprovedOrAfterThreeWorkingDaysOfSilence() {
        Progress drafted = done(Progresses.in(BookingState.IN_PROGRESS), Actor.PROVIDER, BookingAction.DRAFT, NOW)
                .next();
        Instant due = Objects.requireNonNull(drafted.drafting().answerDue());
        assertThat(due).isEqualTo(Instant.parse("2026-11-30T01:00:00Z"));
        BookingTransition issue = BookingTransition.of(BookingAction.ISSUE);
        assertThat(refused(drafted, Actor.PROVIDER, issue, due.minusSeconds(1)).code())
                .isEqualTo("draft-unanswered");
        assertThat(done(drafted, Actor.PROVIDER, BookingAction.ISSUE, due)
                        .next()
                        .state())
                .isEqualTo(BookingState.REPORTED);
        Progress approved =
                done(drafted, Actor.ENTERPRISE, BookingAction.APPROVE, NOW).next();
        assertThat(approved.state()).isEqualTo(BookingState.DRAFTED);
        assertThat(done(approved, Actor.PROVIDER, BookingAction.ISSUE, NOW)
                        .next()
                        .state())
                .isEqualTo(BookingState.REPORTED);
    }

    @Test
    void onceThereWasADraftNothingIsIssuedWithoutOne() {
        Progress drafted = done(Progresses.in(BookingState.IN_PROGRESS), Actor.PROVIDER, BookingAction.DRAFT, NOW)
                .next();
        Progress back =
                done(drafted, Actor.PROVIDER, BookingAction.WITHDRAW_DRAFT, NOW).next();
        BookingTransition issue = BookingTransition.of(BookingAction.ISSUE);
        assertThat(refused(back, Actor.PROVIDER, issue, NOW).code()).isEqualTo("draft-needed");
    }

    @Test
    void aReportCompletesByItselfAfterFourteenDaysUnlessItIsWithdrawn() {
        Progress reported = done(Progresses.in(BookingState.IN_PROGRESS), Actor.PROVIDER, BookingAction.ISSUE, NOW)
                .next();
        Instant due = NOW.plus(Duration.ofDays(14));
        assertThat(ClockRules.due(reported, due.minusNanos(1))).isEmpty();
        assertThat(ClockRules.due(reported, due).orElseThrow().next().state()).isEqualTo(BookingState.COMPLETED);
        Progress withdrawn = done(reported, Actor.PROVIDER, BookingAction.WITHDRAW_REPORT, NOW)
                .next();
        assertThat(ClockRules.next(withdrawn)).isEmpty();
        BookingTransition accept = BookingTransition.of(BookingAction.ACCEPT_REPORT);
        assertThat(refused(withdrawn, Actor.ENTERPRISE, accept, NOW).code()).isEqualTo("report-withdrawn");
    }

    @Test
    void aReissueIsANewVersionOfTheSameReport() {
        Progress disputed = Progresses.in(BookingState.DISPUTED);
        Report again = Objects.requireNonNull(done(disputed, Actor.PROVIDER, BookingAction.REISSUE, NOW)
                .next()
                .report());
        assertThat(again).isEqualTo(new Report("R-1", 2, NOW, "why", null));
    }

    @Test
    void whatNeedsAReasonSaysSoAtItsField() {
        BookingTransition silent = BookingTransition.of(BookingAction.CANCEL, " ");
        Refusal refusal = refused(Progresses.in(BookingState.ACCEPTED), Actor.ENTERPRISE, silent, NOW);
        assertThat(refusal.faults()).singleElement().satisfies(fault -> assertThat(fault.pointer())
                .isEqualTo("/reason"));
    }

    @Test
    void theWrongPartyIsForbiddenAndTheWrongStateIsAConflict() {
        Progress requested = Progresses.in(BookingState.REQUESTED);
        BookingTransition accept = BookingTransition.of(BookingAction.ACCEPT);
        assertThat(refused(requested, Actor.ENTERPRISE, accept, NOW).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        Progress accepted = Progresses.in(BookingState.ACCEPTED);
        assertThat(refused(accepted, Actor.PROVIDER, accept, NOW).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }
}
