package org.qibroker.booking.machine;

import java.time.Duration;
import java.time.Instant;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Progress.Waiting;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Effect;
import org.qibroker.shared.Refusal;

/** The work: its beginning, its pauses, and whose they are. */
final class WorkSteps {
    private WorkSteps() {}

    static Done receive(Case c) {
        return Done.of(begun(c), "booking-received", Effect.RELEASE_PROPOSED);
    }

    static Done start(Case c) {
        return Done.of(begun(c), "booking-started", Effect.RELEASE_PROPOSED);
    }

    /** From now on the days of turnaround run; where none are stated, the day agreed stays. */
    private static Progress begun(Case c) {
        Integer days = c.facts().turnaroundDays();
        Due due = Due.NOTHING.withTurnaround(days == null ? c.progress().due().turnaround() : c.inWorkdays(days));
        return c.progress().in(BookingState.IN_PROGRESS).with(due).proposing(null);
    }

    static Done pause(Case c) {
        Actor on = c.command().waitingFor();
        if (on != Actor.ENTERPRISE && on != Actor.PROVIDER) {
            throw Refusal.badInput("/waitingFor", "waiting-for");
        }
        Waiting before = c.progress().waiting();
        Waiting waiting = new Waiting(on, c.now(), before.byEnterprise(), before.byProvider());
        return Done.of(c.progress().in(BookingState.ON_HOLD).with(waiting), "booking-paused");
    }

    static Done resume(Case c) {
        return Done.of(settled(c).in(BookingState.IN_PROGRESS), "booking-resumed");
    }

    /**
     * The pause, if there is one, put down to whoever was waited for. What the enterprise caused moves the day the
     * report is due; what the provider caused does not.
     */
    static Progress settled(Case c) {
        Waiting waiting = c.progress().waiting();
        Instant since = waiting.since();
        if (since == null) {
            return c.progress();
        }
        return waiting.on() == Actor.ENTERPRISE
                ? putDownToEnterprise(c, since)
                : c.progress()
                        .with(new Waiting(
                                null,
                                null,
                                waiting.byEnterprise(),
                                waiting.byProvider().plus(Duration.between(since, c.now()))));
    }

    /** Time since a moment put down to the enterprise, and the report due that much later. */
    static Progress putDownToEnterprise(Case c, Instant since) {
        Waiting before = c.progress().waiting();
        Duration more = before.byEnterprise().plus(Duration.between(since, c.now()));
        return c.progress()
                .with(new Waiting(null, null, more, before.byProvider()))
                .with(c.putOffSince(since));
    }
}
