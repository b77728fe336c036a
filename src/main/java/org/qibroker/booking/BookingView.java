package org.qibroker.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking.Line;
import org.qibroker.booking.Booking.Place;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.catalog.Price;
import org.qibroker.resource.Slot;
import org.qibroker.shared.Money;

/** A booking as the API gives it to one reader. */
record BookingView(
        UUID id,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        UUID providerId,
        String providerName,
        UUID siteId,
        String siteName,
        List<UUID> capabilityIds,
        List<Line> lines,
        @Nullable UUID demandId,
        List<UUID> demandItemIds,
        @Nullable UUID resourceId,
        @Nullable String resourceName,
        @Nullable OffsetDateTime start,
        @Nullable OffsetDateTime end,
        int pieces,
        @Nullable String note,
        Price.Kind priceKind,
        @Nullable Money price,
        @Nullable Integer turnaroundDays,
        @Nullable LocalDate finishBy,
        List<WarningView> warnings,
        List<FlagView> flags,
        BookingState state,
        List<BookingAction> actions,
        @Nullable Actor nextActor,
        @Nullable Instant nextDue,
        @Nullable Instant responseDue,
        @Nullable Instant turnaroundDue,
        @Nullable Instant completionDue,
        @Nullable Actor waitingFor,
        @Nullable ProposalView proposal,
        @Nullable DraftView draft,
        @Nullable Report report,
        long version,
        Instant createdAt) {

    /** A warning with its text in the reader's language. */
    record WarningView(String code, String about, String message) {}

    /** A flag with its text in the reader's language. */
    record FlagView(String code, String about, String message, Instant since) {}

    /** What the broker found about an order, with its texts, and by when it can be finished. */
    record Findings(List<WarningView> warnings, List<FlagView> flags, @Nullable LocalDate finishBy) {}

    /** A proposal that is not answered yet. */
    record ProposalView(
            Proposal.Kind kind,
            Actor by,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String reason,
            Instant due) {
        static @Nullable ProposalView of(@Nullable Proposal proposal) {
            if (proposal == null) {
                return null;
            }
            Slot slot = proposal.slot();
            return new ProposalView(
                    proposal.kind(),
                    proposal.by(),
                    slot == null ? null : slot.start(),
                    slot == null ? null : slot.end(),
                    proposal.reason(),
                    proposal.due());
        }
    }

    /** The draft report that waits for an answer, or was approved. */
    record DraftView(Instant submittedAt, @Nullable Instant approvedAt, @Nullable Instant answerDue) {
        static @Nullable DraftView of(Progress.Drafting drafting) {
            Instant submitted = drafting.submittedAt();
            return submitted == null ? null : new DraftView(submitted, drafting.approvedAt(), drafting.answerDue());
        }
    }

    static BookingView of(Booking b, List<BookingAction> actions, Findings findings) {
        return new BookingView(
                b.id(),
                b.number(),
                b.parties().enterpriseId(),
                b.parties().enterpriseName(),
                b.parties().providerId(),
                b.parties().providerName(),
                b.parties().siteId(),
                b.parties().site(),
                b.order().capabilityIds(),
                b.order().lines(),
                b.order().demandId(),
                b.order().demandItemIds(),
                b.place() == null ? null : b.place().resourceId(),
                b.place() == null ? null : b.place().resource(),
                local(b.place(), Slot::start),
                local(b.place(), Slot::end),
                b.order().pieces(),
                b.order().note(),
                b.order().terms().priceKind(),
                b.order().terms().price(),
                b.order().terms().turnaroundDays(),
                findings.finishBy(),
                findings.warnings(),
                findings.flags(),
                b.state(),
                actions,
                NextStep.of(b).map(NextStep::who).orElse(null),
                NextStep.of(b).map(NextStep::due).orElse(null),
                b.progress().due().response(),
                b.progress().due().turnaround(),
                b.progress().due().completion(),
                b.progress().waiting().on(),
                ProposalView.of(b.progress().proposal()),
                DraftView.of(b.progress().drafting()),
                b.progress().report(),
                b.version(),
                b.createdAt());
    }

    private static @Nullable OffsetDateTime local(@Nullable Place place, Function<Slot, Instant> end) {
        return place == null
                ? null
                : end.apply(place.slot()).atZone(place.zone()).toOffsetDateTime();
    }
}
