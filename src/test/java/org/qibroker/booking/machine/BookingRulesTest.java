package org.qibroker.booking.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.booking.machine.Progresses.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Drafting;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.Report;

class BookingRulesTest {
    @Test
    void onlyWhatIsDeclaredHappensWhoeverTriesWhateverAndAllOfItDoes() {
        Set<String> happened = new TreeSet<>();
        for (BookingState state : BookingState.values()) {
            for (Progress progress : variants(state)) {
                happened.addAll(steps(progress));
            }
        }
        assertThat(happened).isEqualTo(new TreeSet<>(BookingModel.STEPS.lines().toList()));
    }

    private static Set<String> steps(Progress progress) {
        Set<String> happened = new TreeSet<>();
        for (BookingAction action : BookingAction.values()) {
            for (Actor actor : Actor.values()) {
                for (BookingTransition command : Progresses.commands(action)) {
                    Decision decision = BookingRules.decide(new Case(progress, actor, command, Progresses.facts()));
                    if (decision instanceof Decision.Done done) {
                        happened.add("%s %s %s %s"
                                .formatted(
                                        progress.state(),
                                        action,
                                        actor,
                                        done.next().state()));
                    }
                }
            }
        }
        return happened;
    }

    private static List<Progress> variants(BookingState state) {
        Progress plain = Progresses.in(state);
        List<Progress> variants = new ArrayList<>(List.of(plain));
        Proposal.Kind kind = state == BookingState.ACCEPTED ? Proposal.Kind.RESCHEDULE : Proposal.Kind.TERMINATION;
        variants.add(plain.proposing(Progresses.proposal(kind, Actor.ENTERPRISE)));
        variants.add(plain.proposing(Progresses.proposal(kind, Actor.PROVIDER)));
        Drafting approved = new Drafting(true, NOW, NOW, null);
        variants.add(plain.with(approved));
        return state == BookingState.ACCEPTED || approvable(state) ? variants : List.of(plain);
    }

    private static boolean approvable(BookingState state) {
        return EnumSet.of(BookingState.IN_PROGRESS, BookingState.ON_HOLD, BookingState.DRAFTED)
                .contains(state);
    }

    @Test
    void aBookingCancelledForADisputeTakesItsReportBack() {
        assertThat(resolved(BookingState.COMPLETED).report()).isEqualTo(Progresses.report());
        Report withdrawn = resolved(BookingState.CANCELLED).report();
        assertThat(withdrawn.withdrawnAt()).isEqualTo(NOW);
        assertThat(withdrawn.reason()).isNotBlank();
    }

    private static Progress resolved(BookingState outcome) {
        return Progresses.commands(BookingAction.RESOLVE).stream()
                .filter(command -> command.outcome() == outcome)
                .map(command -> BookingRules.decide(
                        new Case(Progresses.in(BookingState.DISPUTED), Actor.COORDINATOR, command, Progresses.facts())))
                .map(decision -> ((Decision.Done) decision).next())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStateIsReachedFromTheRequest() {
        Set<BookingState> reached = EnumSet.of(BookingState.REQUESTED);
        List<Progress> open = new ArrayList<>(List.of(Progresses.in(BookingState.REQUESTED)));
        while (!open.isEmpty()) {
            for (Progress next : successors(open.remove(0))) {
                if (reached.add(next.state())) {
                    open.add(next);
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(BookingState.values());
    }

    private static List<Progress> successors(Progress progress) {
        List<Progress> next = new ArrayList<>();
        for (BookingAction action : BookingAction.values()) {
            for (Actor actor : Actor.values()) {
                for (BookingTransition command : Progresses.commands(action)) {
                    Case asked = new Case(progress, actor, command, Progresses.facts());
                    if (BookingRules.decide(asked) instanceof Decision.Done done) {
                        next.add(done.next());
                    }
                }
            }
        }
        ClockRules.due(progress, NOW.plus(Duration.ofDays(60))).ifPresent(done -> next.add(done.next()));
        return next;
    }

    @Test
    void actionsOfferedAreThoseThatHappen() {
        for (BookingState state : BookingState.values()) {
            for (Actor actor : Actor.values()) {
                List<BookingAction> offered = BookingRules.actions(Progresses.in(state), actor, Progresses.facts());
                assertThat(offered).doesNotHaveDuplicates().allSatisfy(action -> assertThat(
                                decide(Progresses.in(state), actor, action))
                        .isInstanceOf(Decision.Done.class));
            }
        }
    }

    private static Decision decide(Progress progress, Actor actor, BookingAction action) {
        return BookingRules.decide(
                new Case(progress, actor, Progresses.commands(action).get(0), Progresses.facts()));
    }
}
