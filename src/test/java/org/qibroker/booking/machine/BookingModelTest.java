package org.qibroker.booking.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.booking.machine.BookingModel.Command;
import org.qibroker.booking.machine.BookingModel.Dues;
import org.qibroker.shared.Refusal;

/** Random commands of anybody at any time do what the model foretells; every state and every way is come by. */
class BookingModelTest {
    private static final int LONGEST_WALK = 60;

    private final Set<BookingState> reached = EnumSet.noneOf(BookingState.class);
    private final Set<String> taken = new TreeSet<>();

    @Test
    void thousandsOfCommandsDoWhatTheModelForetells() {
        walk(24_000);
    }

    @Test
    @Tag("long")
    void aHundredThousandCommandsDoWhatTheModelForetells() {
        walk(100_000);
    }

    private void walk(int commands) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
        int done = 0;
        while (done < commands) {
            done += life(random);
        }
        assertThat(reached).containsExactlyInAnyOrder(BookingState.values());
        Set<String> declared = new TreeSet<>(BookingModel.STEPS.lines().toList());
        declared.addAll(BookingModel.CLOCK.lines().toList());
        assertThat(taken).isEqualTo(declared);
    }

    /** Walks on to an end, or for long, and tells how many commands there were. */
    private int life(RandomGenerator random) {
        BookingModel model = new BookingModel();
        Progress progress = Progresses.in(BookingState.REQUESTED);
        Instant now = Progresses.NOW;
        int commands = 0;
        int atTheEnd = 0;
        while (commands < LONGEST_WALK && atTheEnd < 3) {
            now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(12) == 0 ? 60 * 24 * 16 : 60 * 8)));
            model.timePasses(dues(progress), now);
            progress = clock(progress, now);
            assertThat(progress.state().name()).isEqualTo(model.state());
            progress = command(model, progress, now, random);
            reached.add(progress.state());
            commands++;
            atTheEnd += model.named().isEmpty() ? 1 : 0;
        }
        taken.addAll(model.taken());
        return commands;
    }

    private static Progress clock(Progress progress, Instant now) {
        Progress latest = progress;
        for (Optional<Decision.Done> due = ClockRules.due(latest, now); due.isPresent(); ) {
            latest = due.get().next();
            due = ClockRules.due(latest, now);
        }
        return latest;
    }

    private static Progress command(BookingModel model, Progress progress, Instant now, RandomGenerator random) {
        BookingState outcome = random.nextBoolean() ? BookingState.COMPLETED : BookingState.CANCELLED;
        Command command = random.nextBoolean() ? any(outcome, random) : honest(model, outcome, random);
        BookingAction action = BookingAction.valueOf(command.action());
        Actor actor = Actor.valueOf(command.by());
        Actor waitFor = random.nextBoolean() ? Actor.ENTERPRISE : Actor.PROVIDER;
        Instant later = now.plus(Duration.ofDays(9));
        BookingTransition said =
                new BookingTransition(action, "why", later, later.plusSeconds(7200), waitFor, outcome, null);
        String foretold = model.foretell(command, dues(progress), now);

        Decision decision = BookingRules.decide(new Case(progress, actor, said, Progresses.factsAt(now)));

        assertThat(outcome(decision)).as("%s in %s", command, progress).isEqualTo(foretold);
        if (decision instanceof Decision.Done done) {
            model.done(command, foretold);
            return done.next();
        }
        return progress;
    }

    private static Command any(BookingState outcome, RandomGenerator random) {
        BookingAction action = BookingAction.values()[random.nextInt(BookingAction.values().length)];
        Actor actor = Actor.values()[random.nextInt(Actor.values().length)];
        return new Command(action.name(), actor.name(), outcome.name());
    }

    private static Command honest(BookingModel model, BookingState outcome, RandomGenerator random) {
        List<String> named = model.named();
        if (named.isEmpty()) {
            return any(outcome, random);
        }
        String[] cells = named.get(random.nextInt(named.size())).split(" ");
        return new Command(cells[0], cells[1], outcome.name());
    }

    private static String outcome(Decision decision) {
        if (decision instanceof Decision.Done done) {
            return done.next().state().name();
        }
        Refusal refusal = ((Decision.Refused) decision).refusal();
        return refusal.kind().name();
    }

    private static Dues dues(Progress progress) {
        return new Dues(
                progress.due().response(),
                progress.proposal() == null ? null : progress.proposal().due(),
                progress.drafting().answerDue(),
                progress.due().completion());
    }
}
