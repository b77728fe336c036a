package org.qibroker.booking.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Due;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Slot;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/** One step to be judged: how far the booking is, who wants what, and what else is known. */
public record Case(Progress progress, Actor actor, BookingTransition command, Facts facts) {

    /** Working days a party has to answer the other. */
    public static final int ANSWER_DAYS = 2;

    /**
     * What the rules need to know of the order and the world.
     *
     * @param number of the booking
     * @param slot reserved, absent where nothing is
     * @param turnaroundDays working days, absent where not stated
     */
    public record Facts(
            Instant now, WorkCalendar calendar, String number, @Nullable Slot slot, @Nullable Integer turnaroundDays) {}

    Instant now() {
        return facts.now();
    }

    /** So many working days from now. */
    Instant inWorkdays(int days) {
        return facts.calendar().plusWorkdays(now(), days, RegionTime.ZONE);
    }

    /** What is due when something has been put off since a moment by somebody else. */
    Due putOffSince(Instant since) {
        Instant due = progress.due().turnaround();
        if (due == null) {
            return progress.due();
        }
        LocalDate first = RegionTime.day(since);
        int days = facts.calendar().workdaysBetween(first, RegionTime.day(now()));
        Instant later = days > 0
                ? facts.calendar().plusWorkdays(due, days, RegionTime.ZONE)
                : due.plus(Duration.between(since, now()));
        return progress.due().withTurnaround(later);
    }

    /**
     * Why it is wanted.
     *
     * @throws Refusal BAD_INPUT if that is not said
     */
    String reason() {
        String reason = command.reason();
        if (reason == null || reason.isBlank()) {
            throw Refusal.badInput("/reason", "reason-needed");
        }
        return reason.strip();
    }
}
