package org.qibroker.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.feedback.complaint.Complaint.About;
import org.qibroker.feedback.complaint.Complaint.Findings;
import org.qibroker.feedback.complaint.ComplaintRules.Happened;
import org.qibroker.feedback.complaint.ComplaintRules.Moment;
import org.qibroker.platform.time.WorkCalendar;

class ComplaintRulesTest {
    /** Monday to Friday, except for the first of January. */
    private static final WorkCalendar CALENDAR =
            WorkCalendar.load(new StringReader("date,kind,name\n2027-01-01,HOLIDAY,元旦\n"));

    private static final Instant MONDAY = Instant.parse("2026-12-14T02:00:00Z");
    private static final UUID ENTERPRISE = new UUID(0, 1);

    private static Moment at(Actor actor, Instant now) {
        return new Moment(actor, now, CALENDAR);
    }

    private static Complaint received() {
        return new Complaint(
                new UUID(0, 9),
                new About(new UUID(0, 3), "QB1", ENTERPRISE, "企业", new UUID(0, 2), "机构"),
                ComplaintSubject.TIME,
                "晚了两周",
                ComplaintState.RECEIVED,
                ComplaintRules.due(at(Actor.ENTERPRISE, MONDAY)),
                Findings.NONE,
                1,
                MONDAY);
    }

    private static Complaint step(Complaint complaint, Actor actor, ComplaintAction action) {
        ComplaintTransition wanted = new ComplaintTransition(action, "说明", ComplaintOutcome.PARTLY_UPHELD);
        return ComplaintRules.after(complaint, wanted, at(actor, MONDAY)).after();
    }

    @Test
    void theDaysAreWorkingDays() {
        assertThat(received().due().acknowledge()).isEqualTo("2026-12-21T02:00:00Z");
        assertThat(received().due().answer()).isEqualTo("2027-01-12T02:00:00Z");
    }

    @Test
    void whatBothAgreeOnNeedsNoCoordinator() {
        Complaint answered = step(
                step(received(), Actor.PROVIDER, ComplaintAction.ACKNOWLEDGE), Actor.PROVIDER, ComplaintAction.ANSWER);
        assertThat(answered.state()).isEqualTo(ComplaintState.ANSWERED);
        Complaint closed = step(answered, Actor.ENTERPRISE, ComplaintAction.ACCEPT);
        assertThat(closed.state()).isEqualTo(ComplaintState.CLOSED);
        assertThat(closed.findings().outcome()).isEqualTo(ComplaintOutcome.PARTLY_UPHELD);
        assertThat(closed.due().next()).isNull();
    }

    @Test
    void aCoordinatorDecidesWhereTheyDoNotAgree() {
        Complaint answered = step(received(), Actor.PROVIDER, ComplaintAction.ANSWER);
        Complaint mediated = step(answered, Actor.ENTERPRISE, ComplaintAction.ESCALATE);
        assertThat(mediated.state()).isEqualTo(ComplaintState.MEDIATION);
        assertThatThrownBy(() -> step(mediated, Actor.PROVIDER, ComplaintAction.DECIDE))
                .hasMessageContaining("FORBIDDEN");
        assertThat(step(mediated, Actor.COORDINATOR, ComplaintAction.DECIDE).state())
                .isEqualTo(ComplaintState.CLOSED);
    }

    @Test
    void theClockRemindsThenEscalatesAndLetsAnAnswerStand() {
        Complaint received = received();
        assertThat(ComplaintRules.lapsed(received, received.due().acknowledge().minusSeconds(1)))
                .isEmpty();
        Happened late =
                ComplaintRules.lapsed(received, received.due().acknowledge()).orElseThrow();
        assertThat(late.type()).isEqualTo("complaint-overdue");
        assertThat(late.after().due().late()).isTrue();
        Happened silent =
                ComplaintRules.lapsed(late.after(), received.due().answer()).orElseThrow();
        assertThat(silent.type()).isEqualTo("complaint-escalated");
        assertThat(silent.after().state()).isEqualTo(ComplaintState.MEDIATION);
        Complaint answered = step(received, Actor.PROVIDER, ComplaintAction.ANSWER);
        Happened settled = ComplaintRules.lapsed(answered, MONDAY.plus(Duration.ofDays(30)))
                .orElseThrow();
        assertThat(settled.after().findings().outcome()).isEqualTo(ComplaintOutcome.PARTLY_UPHELD);
    }

    @Test
    void nothingIsSaidWithoutWords() {
        ComplaintTransition silent = new ComplaintTransition(ComplaintAction.ANSWER, " ", ComplaintOutcome.UPHELD);
        assertThatThrownBy(() -> ComplaintRules.after(received(), silent, at(Actor.PROVIDER, MONDAY)))
                .hasMessageContaining("reason-needed");
        ComplaintTransition vague = new ComplaintTransition(ComplaintAction.ANSWER, "x", ComplaintOutcome.WITHDRAWN);
        assertThatThrownBy(() -> ComplaintRules.after(received(), vague, at(Actor.PROVIDER, MONDAY)))
                .hasMessageContaining("complaint-outcome");
    }

    @Test
    void onlyWhatWasAgreedCanBeComplainedOf() {
        Set<BookingState> possible = EnumSet.noneOf(BookingState.class);
        for (BookingState state : BookingState.values()) {
            if (ComplaintRules.possible(state)) {
                possible.add(state);
            }
        }
        assertThat(possible).doesNotContain(BookingState.REQUESTED, BookingState.DECLINED, BookingState.EXPIRED);
        assertThat(possible).contains(BookingState.ACCEPTED, BookingState.COMPLETED);
    }

    @Test
    void whateverPeopleDoEveryStateIsReachedAndOnlyDeclaredStepsHappen() {
        Random chance = new Random(7);
        Set<ComplaintState> reached = EnumSet.noneOf(ComplaintState.class);
        List<Actor> actors = List.of(Actor.ENTERPRISE, Actor.PROVIDER, Actor.COORDINATOR);
        for (int walk = 0; walk < 300; walk++) {
            Complaint complaint = received();
            for (int i = 0; i < 8; i++) {
                reached.add(complaint.state());
                Actor actor = actors.get(chance.nextInt(actors.size()));
                complaint = tried(complaint, actor, chance);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ComplaintState.values());
    }

    private static Complaint tried(Complaint complaint, Actor actor, Random chance) {
        List<ComplaintAction> possible = new ArrayList<>(ComplaintRules.actions(complaint.state(), actor));
        ComplaintAction action = ComplaintAction.values()[chance.nextInt(ComplaintAction.values().length)];
        if (!possible.contains(action)) {
            assertThatThrownBy(() -> step(complaint, actor, action)).hasMessageMatching("(FORBIDDEN|CONFLICT).*");
            return complaint;
        }
        return step(complaint, actor, action);
    }
}
