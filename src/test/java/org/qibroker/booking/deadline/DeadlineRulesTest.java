package org.qibroker.booking.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Drafting;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Progress.Waiting;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.deadline.Deadline.Kind;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Slot;

class DeadlineRulesTest {
    /** Friday, 15:00 in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-27T07:00:00Z");

    private static final Instant LATER = NOW.plus(Duration.ofDays(5));
    private static final Slot SLOT = new Slot(LATER, LATER.plus(Duration.ofHours(2)));
    private static final WorkCalendar CALENDAR = WorkCalendar.load(ConfigFiles.open("holidays-cn.csv"));

    private static Progress in(BookingState state, Due due) {
        return new Progress(state, due, Waiting.NONE, Drafting.NONE, null, null);
    }

    private static Progress held(Actor on) {
        Waiting waiting = new Waiting(on, NOW, Duration.ZERO, Duration.ZERO);
        return new Progress(BookingState.ON_HOLD, new Due(null, LATER, null), waiting, Drafting.NONE, null, null);
    }

    private static Progress drafted(@Nullable Instant approved) {
        Drafting drafting = new Drafting(true, NOW, approved, approved == null ? LATER : null);
        return new Progress(
                BookingState.DRAFTED, new Due(null, LATER.plusSeconds(1), null), Waiting.NONE, drafting, null, null);
    }

    private static List<Deadline> running(Progress progress) {
        return DeadlineRules.running(progress, SLOT);
    }

    @Test
    void eachStateHasItsClockAndTheOneWhoHasToAct() {
        assertThat(running(in(BookingState.REQUESTED, new Due(LATER, null, null))))
                .containsExactly(new Deadline(Kind.RESPONSE, Actor.PROVIDER, LATER));
        assertThat(running(in(BookingState.ACCEPTED, new Due(null, null, null))))
                .containsExactly(new Deadline(Kind.SAMPLE, Actor.ENTERPRISE, LATER));
        assertThat(running(in(BookingState.IN_PROGRESS, new Due(null, LATER, null))))
                .containsExactly(new Deadline(Kind.REPORT, Actor.PROVIDER, LATER));
        assertThat(running(in(BookingState.REPORTED, new Due(null, NOW, LATER))))
                .containsExactly(new Deadline(Kind.ACCEPTANCE, Actor.ENTERPRISE, LATER));
        assertThat(running(in(BookingState.DISPUTED, new Due(null, NOW, null)))).isEmpty();
        assertThat(running(in(BookingState.COMPLETED, new Due(null, NOW, null))))
                .isEmpty();
        assertThat(DeadlineRules.running(in(BookingState.ACCEPTED, new Due(null, null, null)), null))
                .isEmpty();
    }

    @Test
    void theReportsClockStandsStillWhileTheEnterpriseIsWaitedForAndRunsWhileTheProviderIs() {
        assertThat(running(held(Actor.ENTERPRISE))).isEmpty();
        assertThat(DeadlineRules.stoppedBy(held(Actor.ENTERPRISE))).contains(Actor.ENTERPRISE);
        assertThat(running(held(Actor.PROVIDER))).containsExactly(new Deadline(Kind.REPORT, Actor.PROVIDER, LATER));
        assertThat(DeadlineRules.stoppedBy(held(Actor.PROVIDER))).isEmpty();
        assertThat(running(drafted(null))).containsExactly(new Deadline(Kind.DRAFT_ANSWER, Actor.ENTERPRISE, LATER));
        assertThat(running(drafted(NOW)))
                .containsExactly(new Deadline(Kind.REPORT, Actor.PROVIDER, LATER.plusSeconds(1)));
    }

    @Test
    void aProposalWaitsForTheOtherSideBesideWhatElseIsDue() {
        Proposal proposal =
                new Proposal(Proposal.Kind.RESCHEDULE, Actor.PROVIDER, SLOT, new UUID(0, 1), null, NOW.plusSeconds(60));
        Progress accepted = new Progress(
                BookingState.ACCEPTED, new Due(null, null, null), Waiting.NONE, Drafting.NONE, proposal, null);
        assertThat(running(accepted))
                .containsExactly(
                        new Deadline(Kind.PROPOSAL, Actor.ENTERPRISE, NOW.plusSeconds(60)),
                        new Deadline(Kind.SAMPLE, Actor.ENTERPRISE, LATER));
    }

    @Test
    void nobodyIsRemindedOfWhatHasJustBegunToRun() {
        Deadline report = new Deadline(Kind.REPORT, Actor.PROVIDER, LATER);
        assertThat(DeadlineRules.remindAt(report, NOW, CALENDAR))
                .contains(Instant.parse("2026-12-01T07:00:00Z")); // a working day before Wednesday, 15:00
        assertThat(DeadlineRules.remindAt(report, Instant.parse("2026-12-01T07:00:00Z"), CALENDAR))
                .isEmpty();
    }
}
