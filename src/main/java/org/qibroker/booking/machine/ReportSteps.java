package org.qibroker.booking.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Progress;
import org.qibroker.booking.Progress.Drafting;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.Report;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Effect;
import org.qibroker.shared.Refusal;

/** The report: drafts of it, its issue, and what the enterprise says to it. */
final class ReportSteps {
    private static final int DRAFT_ANSWER_DAYS = 3;
    private static final Duration COMPLETES_AFTER = Duration.ofDays(14);

    private ReportSteps() {}

    static Done draft(Case c) {
        Drafting drafting = new Drafting(true, c.now(), null, c.inWorkdays(DRAFT_ANSWER_DAYS));
        return Done.of(c.progress().in(BookingState.DRAFTED).with(drafting), "booking-drafted");
    }

    static Done requestChange(Case c) {
        c.reason();
        return Done.of(backToWork(answered(c)), "booking-change-requested");
    }

    static Done withdrawDraft(Case c) {
        return Done.of(backToWork(c.progress()), "booking-draft-withdrawn");
    }

    private static Progress backToWork(Progress progress) {
        return progress.in(BookingState.IN_PROGRESS).with(new Drafting(true, null, null, null));
    }

    static Optional<String> alreadyApproved(Case c) {
        return c.progress().drafting().approvedAt() == null ? Optional.empty() : Optional.of("draft-approved-already");
    }

    static Done approve(Case c) {
        Drafting drafting = c.progress().drafting();
        Drafting approved = new Drafting(true, drafting.submittedAt(), c.now(), null);
        return Done.of(answered(c).with(approved), "booking-draft-approved");
    }

    /** The time a draft waited for its answer is put down to the enterprise, unless it was before. */
    private static Progress answered(Case c) {
        Drafting drafting = c.progress().drafting();
        Instant since = drafting.submittedAt();
        return since == null || drafting.approvedAt() != null ? c.progress() : WorkSteps.putDownToEnterprise(c, since);
    }

    static Optional<String> draftUnanswered(Case c) {
        Drafting drafting = c.progress().drafting();
        if (!drafting.ever() || drafting.approvedAt() != null) {
            return Optional.empty();
        }
        if (c.progress().state() == BookingState.IN_PROGRESS) {
            return Optional.of("draft-needed");
        }
        Instant due = drafting.answerDue();
        return due != null && !c.now().isBefore(due) ? Optional.empty() : Optional.of("draft-unanswered");
    }

    static Done issue(Case c) {
        return Done.of(reported(c, answered(c), null), "booking-reported");
    }

    static Done reissue(Case c) {
        return Done.of(reported(c, c.progress(), c.reason()), "booking-reissued");
    }

    private static Progress reported(Case c, Progress before, @Nullable String reason) {
        Report last = before.report();
        int version = last == null ? 1 : last.version() + 1;
        Report report = new Report(number(c, last), version, c.now(), reason, null);
        Due due = before.due().withCompletion(c.now().plus(COMPLETES_AFTER));
        return before.in(BookingState.REPORTED).with(due).proposing(null).with(report);
    }

    private static String number(Case c, @Nullable Report last) {
        String said = c.command().reportNumber();
        if (said != null && !said.isBlank()) {
            return said.strip();
        }
        return last == null ? "R-" + c.facts().number() : last.number();
    }

    static Optional<String> withdrawn(Case c) {
        Report report = c.progress().report();
        return report != null && report.withdrawn() ? Optional.of("report-withdrawn") : Optional.empty();
    }

    static Done acceptReport(Case c) {
        return Done.of(AgreementSteps.ended(c, BookingState.COMPLETED), "booking-completed");
    }

    static Done dispute(Case c) {
        c.reason();
        Due due = c.progress().due().withCompletion(null);
        return Done.of(c.progress().in(BookingState.DISPUTED).with(due), "booking-disputed");
    }

    /** A dispute ends; if the booking is cancelled for it, nobody is to rely on the report any more. */
    static Done resolve(Case c) {
        c.reason();
        BookingState outcome = c.command().outcome();
        if (outcome == BookingState.COMPLETED) {
            return Done.of(AgreementSteps.ended(c, outcome), "booking-resolved");
        }
        if (outcome == BookingState.CANCELLED) {
            Progress ended = AgreementSteps.ended(c, outcome).with(takenBack(c));
            return Done.of(ended, "booking-resolved", Effect.RELEASE_PLACE);
        }
        throw Refusal.badInput("/outcome", "outcome");
    }

    static Done withdrawReport(Case c) {
        Due due = c.progress().due().withCompletion(null);
        return Done.of(c.progress().with(due).with(takenBack(c)), "booking-report-withdrawn");
    }

    /** The report, withdrawn for the reason that is given unless it was before. */
    private static Report takenBack(Case c) {
        Report report = c.progress().report();
        if (report == null) {
            throw new IllegalStateException("a booking that is reported has a report");
        }
        return report.withdrawn()
                ? report
                : new Report(report.number(), report.version(), report.issuedAt(), c.reason(), c.now());
    }
}
