package org.qibroker.booking;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a booking has come: its state, and what the rules need to know beside it. */
public record Progress(
        BookingState state,
        Due due,
        Waiting waiting,
        Drafting drafting,
        @Nullable Proposal proposal,
        @Nullable Report report) {

    /**
     * When the next thing is due.
     *
     * @param response the provider's answer to a request
     * @param turnaround the report
     * @param completion the booking completes by itself
     */
    public record Due(@Nullable Instant response, @Nullable Instant turnaround, @Nullable Instant completion) {
        /** Nothing is due. */
        public static final Due NOTHING = new Due(null, null, null);

        /** The same with the answer due then. */
        public Due withResponse(@Nullable Instant at) {
            return new Due(at, turnaround, completion);
        }

        /** The same with the report due then. */
        public Due withTurnaround(@Nullable Instant at) {
            return new Due(response, at, completion);
        }

        /** The same completing by itself then. */
        public Due withCompletion(@Nullable Instant at) {
            return new Due(response, turnaround, at);
        }
    }

    /**
     * Who is waited for while the work is on hold, and who caused how much of the waiting so far.
     *
     * @param on absent while nobody is waited for
     */
    public record Waiting(@Nullable Actor on, @Nullable Instant since, Duration byEnterprise, Duration byProvider) {
        /** Nobody was ever waited for. */
        public static final Waiting NONE = new Waiting(null, null, Duration.ZERO, Duration.ZERO);
    }

    /**
     * Drafts of the report.
     *
     * @param ever whether one was ever submitted
     * @param submittedAt the one that waits for an answer, or was approved
     * @param approvedAt absent until it is approved
     * @param answerDue from when on it may be issued without an answer
     */
    public record Drafting(
            boolean ever, @Nullable Instant submittedAt, @Nullable Instant approvedAt, @Nullable Instant answerDue) {
        /** No draft was ever submitted. */
        public static final Drafting NONE = new Drafting(false, null, null, null);
    }

    /** The same in another state. */
    public Progress in(BookingState next) {
        return new Progress(next, due, waiting, drafting, proposal, report);
    }

    /** The same with other dues. */
    public Progress with(Due next) {
        return new Progress(state, next, waiting, drafting, proposal, report);
    }

    /** The same with other waiting. */
    public Progress with(Waiting next) {
        return new Progress(state, due, next, drafting, proposal, report);
    }

    /** The same with other drafts. */
    public Progress with(Drafting next) {
        return new Progress(state, due, waiting, next, proposal, report);
    }

    /** The same with something proposed, or nothing. */
    public Progress proposing(@Nullable Proposal next) {
        return new Progress(state, due, waiting, drafting, next, report);
    }

    /** The same with another report. */
    public Progress with(Report next) {
        return new Progress(state, due, waiting, drafting, proposal, next);
    }
}
