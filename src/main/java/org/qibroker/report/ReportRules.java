package org.qibroker.report;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.paper.AgreedStatement;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.Refusal;

/** When a report may be written, and who sees what of it before it is issued. Pure. */
final class ReportRules {
    private static final Set<BookingState> WRITTEN_IN = EnumSet.of(
            BookingState.IN_PROGRESS,
            BookingState.ON_HOLD,
            BookingState.DRAFTED,
            BookingState.REPORTED,
            BookingState.COMPLETED,
            BookingState.DISPUTED);

    private ReportRules() {}

    /** Whether the actor may write the report, or its next version, now. */
    static boolean writes(Booking booking, Actor actor) {
        return actor == Actor.PROVIDER && WRITTEN_IN.contains(booking.state());
    }

    /**
     * Lets the laboratory write. While a draft waits or is approved, only the file may become the final one: what the
     * enterprise approves are the results (ISO/IEC 17025:2017, 4.1).
     *
     * @throws Refusal FORBIDDEN to others, CONFLICT in another state or where results would change under a draft
     */
    static void check(Booking booking, Actor actor, List<Content> before, Statement statement) {
        if (actor != Actor.PROVIDER) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!writes(booking, actor)) {
            throw Refusal.conflict("report-not-now");
        }
        Statement submitted = submitted(before).map(Content::statement).orElse(Statement.NONE);
        if (booking.state() == BookingState.DRAFTED && !submitted.equals(statement)) {
            throw Refusal.conflict("results-under-draft");
        }
    }

    /**
     * Whether a statement follows another rule than the one that was agreed before the work. Where no statement was asked
     * for, nothing was agreed that it could depart from, and results without limits are not decided about.
     */
    static boolean departs(AgreedStatement agreed, Statement statement) {
        return agreed.wanted() && statement.decidable() && statement.decisionRule() != agreed.rule();
    }

    /**
     * The statement held against what was agreed: another rule needs its reason, of which the enterprise is informed
     * (ISO/IEC 17025:2017, 7.1.3 and 7.1.5); the agreed one has none.
     *
     * @throws Refusal BAD_INPUT at {@code ruleReason} if the reason is missing
     */
    static Statement held(AgreedStatement agreed, Statement statement) {
        String reason = statement.ruleReason();
        if (!departs(agreed, statement)) {
            return statement.because(null);
        }
        if (reason == null || reason.isBlank()) {
            throw Refusal.badInput("/statement/ruleReason", "rule-not-agreed");
        }
        return statement.because(reason.strip());
    }

    /** The draft that the enterprise got last and that was not issued. */
    static Optional<Content> submitted(List<Content> all) {
        return unissued(all).filter(content -> content.submittedAt() != null).findFirst();
    }

    private static Stream<Content> unissued(List<Content> all) {
        int issued = all.stream()
                .filter(content -> content.version() != null)
                .mapToInt(Content::round)
                .max()
                .orElse(0);
        return all.stream()
                .filter(content -> content.round() > issued)
                .sorted(Comparator.comparing(Content::round).reversed());
    }

    /** What an actor sees of a report that is not issued: the laboratory all, the enterprise the draft it has to answer. */
    static Optional<Content> visible(Booking booking, Actor actor, List<Content> all) {
        return switch (actor) {
            case PROVIDER -> unissued(all).findFirst();
            case ENTERPRISE -> booking.state() == BookingState.DRAFTED ? submitted(all) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
