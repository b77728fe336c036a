package org.qibroker.booking.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Proposal;
import org.qibroker.booking.deadline.Deadline.Kind;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.platform.time.WorkHours;
import org.qibroker.resource.Slot;
import org.qibroker.shared.RegionTime;

/** Which clocks of a booking run, and when somebody is reminded. Pure. */
final class DeadlineRules {
    private DeadlineRules() {}

    /** The clocks that run, the next due first. */
    static List<Deadline> running(Progress progress, @Nullable Slot slot) {
        List<Deadline> running = new ArrayList<>();
        Proposal proposal = progress.proposal();
        if (proposal != null) {
            running.add(new Deadline(Kind.PROPOSAL, proposal.by().other(), proposal.due()));
        }
        switch (progress.state()) {
            case REQUESTED ->
                add(running, Kind.RESPONSE, Actor.PROVIDER, progress.due().response());
            case ACCEPTED -> add(running, Kind.SAMPLE, Actor.ENTERPRISE, slot == null ? null : slot.start());
            case DRAFTED -> {
                boolean answered = progress.drafting().approvedAt() != null;
                add(
                        running,
                        Kind.DRAFT_ANSWER,
                        Actor.ENTERPRISE,
                        answered ? null : progress.drafting().answerDue());
            }
            case REPORTED ->
                add(running, Kind.ACCEPTANCE, Actor.ENTERPRISE, progress.due().completion());
            default -> {}
        }
        if (stoppedBy(progress).isEmpty()) {
            add(running, Kind.REPORT, Actor.PROVIDER, reportDue(progress));
        }
        running.sort(Comparator.comparing(Deadline::due));
        return running;
    }

    private static void add(List<Deadline> running, Kind kind, Actor who, @Nullable Instant due) {
        if (due != null) {
            running.add(new Deadline(kind, who, due));
        }
    }

    private static @Nullable Instant reportDue(Progress progress) {
        return switch (progress.state()) {
            case IN_PROGRESS, ON_HOLD, DRAFTED -> progress.due().turnaround();
            default -> null;
        };
    }

    /**
     * Who is waited for while the report's clock stands still: the enterprise, if it is to answer a draft or the work is
     * on hold for it. What is then waited for moves the day the report is due.
     */
    static Optional<Actor> stoppedBy(Progress progress) {
        boolean unanswered =
                progress.state() == BookingState.DRAFTED && progress.drafting().approvedAt() == null;
        boolean held =
                progress.state() == BookingState.ON_HOLD && progress.waiting().on() == Actor.ENTERPRISE;
        return unanswered || held ? Optional.of(Actor.ENTERPRISE) : Optional.empty();
    }

    /** When to remind; absent if that moment has passed when the clock begins to run. */
    static Optional<Instant> remindAt(Deadline deadline, Instant begun, WorkCalendar calendar) {
        Instant at = new WorkHours(calendar, RegionTime.ZONE)
                .before(deadline.due(), deadline.kind().reminder());
        return at.isAfter(begun) ? Optional.of(at) : Optional.empty();
    }
}
