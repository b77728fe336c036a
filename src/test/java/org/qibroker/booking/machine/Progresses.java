package org.qibroker.booking.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Drafting;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Progress.Waiting;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.Report;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Slot;

/** Bookings as they can be, for tests of the rules. */
final class Progresses {
    /** Wednesday, 9:00 in Shanghai. */
    static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    static final WorkCalendar CALENDAR = calendar();
    static final Slot SLOT =
            new Slot(NOW.plus(Duration.ofDays(6)), NOW.plus(Duration.ofDays(6).plusHours(2)));
    static final Slot OTHER =
            new Slot(NOW.plus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(7).plusHours(2)));

    private Progresses() {}

    private static WorkCalendar calendar() {
        try {
            return WorkCalendar.load(Files.newBufferedReader(Path.of("config/holidays-cn.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Case.Facts facts() {
        return factsAt(NOW);
    }

    static Case.Facts factsAt(Instant now) {
        return new Case.Facts(now, CALENDAR, "QB261125-00001", SLOT, 5);
    }

    static Progress in(BookingState state) {
        Due due =
                switch (state) {
                    case REQUESTED -> Due.NOTHING.withResponse(NOW.plus(Duration.ofDays(2)));
                    case IN_PROGRESS, ON_HOLD, DRAFTED -> Due.NOTHING.withTurnaround(NOW.plus(Duration.ofDays(5)));
                    case REPORTED -> Due.NOTHING.withCompletion(NOW.plus(Duration.ofDays(14)));
                    default -> Due.NOTHING;
                };
        Waiting waiting = state == BookingState.ON_HOLD
                ? new Waiting(Actor.ENTERPRISE, NOW.minus(Duration.ofDays(1)), Duration.ZERO, Duration.ZERO)
                : Waiting.NONE;
        Drafting drafting = state == BookingState.DRAFTED ? unanswered() : Drafting.NONE;
        boolean reported =
                state == BookingState.REPORTED || state == BookingState.COMPLETED || state == BookingState.DISPUTED;
        return new Progress(state, due, waiting, drafting, null, reported ? report() : null);
    }

    static Drafting unanswered() {
        return new Drafting(true, NOW.minus(Duration.ofHours(1)), null, NOW.plus(Duration.ofDays(3)));
    }

    static Report report() {
        return new Report("R-1", 1, NOW.minus(Duration.ofDays(1)), null, null);
    }

    static Proposal proposal(Proposal.Kind kind, Actor by) {
        boolean moves = kind == Proposal.Kind.RESCHEDULE;
        return new Proposal(
                kind, by, moves ? OTHER : null, moves ? new UUID(0, 1) : null, "why", NOW.plus(Duration.ofDays(2)));
    }

    /** A command that says everything any action could want. */
    static List<BookingTransition> commands(BookingAction action) {
        return List.of(
                new BookingTransition(
                        action, "why", OTHER.start(), OTHER.end(), Actor.ENTERPRISE, BookingState.COMPLETED, null),
                new BookingTransition(
                        action, "why", OTHER.start(), OTHER.end(), Actor.PROVIDER, BookingState.CANCELLED, null));
    }
}
