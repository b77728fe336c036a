package org.qibroker.booking.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.machine.Decision.Done;

/** Walks at random through the life of a booking; what holds at every step is checked at every step. */
class BookingWalkTest {
    @Property(tries = 2000)
    void whateverHappensTheBookingStaysWhole(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Progress progress = Progresses.in(BookingState.REQUESTED);
        Instant now = Progresses.NOW;
        for (int i = 0; i < steps; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 4)));
            progress = timePasses(progress, now);
            checkWhole(progress, now);
            progress = somebodyActs(progress, now, random);
            checkWhole(progress, now);
        }
    }

    private static Progress timePasses(Progress progress, Instant now) {
        Progress latest = progress;
        int rounds = 0;
        for (Optional<Done> due = ClockRules.due(latest, now); due.isPresent(); due = ClockRules.due(latest, now)) {
            latest = due.get().next();
            assertThat(++rounds).isLessThan(5);
        }
        assertThat(ClockRules.next(latest))
                .satisfiesAnyOf(next -> assertThat(next).isEmpty(), next -> assertThat(next.orElseThrow())
                        .isAfter(now));
        return latest;
    }

    private static Progress somebodyActs(Progress progress, Instant now, RandomGenerator random) {
        Actor actor = Actor.values()[random.nextInt(3)];
        List<BookingAction> offered = BookingRules.actions(progress, actor, Progresses.factsAt(now));
        if (offered.isEmpty()) {
            return progress;
        }
        BookingAction action = offered.get(random.nextInt(offered.size()));
        BookingTransition command = Progresses.commands(action).get(random.nextInt(2));
        BookingTransition later = new BookingTransition(
                action,
                "why",
                now.plus(Duration.ofDays(9)),
                now.plus(Duration.ofDays(9).plusHours(2)),
                command.waitingFor(),
                command.outcome(),
                null);
        Decision decision = BookingRules.decide(new Case(progress, actor, later, Progresses.factsAt(now)));
        assertThat(decision).as("%s %s by %s", progress.state(), action, actor).isInstanceOf(Done.class);
        return ((Done) decision).next();
    }

    /** What the constraints of the table ask, and more. */
    private static void checkWhole(Progress p, Instant now) {
        BookingState state = p.state();
        assertThat(p.waiting().on() != null).isEqualTo(state == BookingState.ON_HOLD);
        assertThat(p.waiting().since() != null).isEqualTo(state == BookingState.ON_HOLD);
        assertThat(p.waiting().byEnterprise()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(p.waiting().byProvider()).isGreaterThanOrEqualTo(Duration.ZERO);
        if (state == BookingState.REQUESTED) {
            assertThat(p.due().response()).isNotNull();
        }
        if (state.ended()) {
            assertThat(ClockRules.next(p)).isEmpty();
            assertThat(p.proposal()).isNull();
        }
        if (state == BookingState.DRAFTED) {
            assertThat(p.drafting().ever()).isTrue();
            assertThat(p.drafting().submittedAt()).isNotNull();
        }
        boolean reported = state == BookingState.REPORTED || state == BookingState.DISPUTED;
        if (reported) {
            assertThat(p.report()).isNotNull();
            assertThat(p.proposal()).isNull();
        }
        Proposal proposal = p.proposal();
        if (proposal != null) {
            assertThat(proposal.kind() == Proposal.Kind.RESCHEDULE).isEqualTo(state == BookingState.ACCEPTED);
        }
        Instant turnaround = p.due().turnaround();
        assertThat(turnaround == null || turnaround.isAfter(Progresses.NOW)).isTrue();
        assertThat(now).isAfterOrEqualTo(Progresses.NOW);
    }
}
