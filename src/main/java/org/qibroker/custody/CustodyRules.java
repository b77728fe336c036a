package org.qibroker.custody;

import static org.qibroker.booking.Actor.ENTERPRISE;
import static org.qibroker.booking.Actor.PROVIDER;
import static org.qibroker.custody.SampleState.DISPATCHED;
import static org.qibroker.custody.SampleState.DISPOSED;
import static org.qibroker.custody.SampleState.IN_LAB;
import static org.qibroker.custody.SampleState.LOST;
import static org.qibroker.custody.SampleState.PREPARED;
import static org.qibroker.custody.SampleState.RECEIVED;
import static org.qibroker.custody.SampleState.RETURNED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.custody.Sample.Shipment;
import org.qibroker.demand.Agreement.SampleDisposal;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;

/** Who may pass a sample on to whom, and what has to be said about it. Pure. */
final class CustodyRules {
    private static final Set<Family> SENT = EnumSet.of(Family.METROLOGY, Family.TESTING);
    private static final Set<BookingState> LABELLED_IN =
            EnumSet.of(BookingState.ACCEPTED, BookingState.IN_PROGRESS, BookingState.ON_HOLD);

    private static final List<Passage> PASSAGES = List.of(
            new Passage(DISPATCHED, Set.of(ENTERPRISE), Set.of(PREPARED), any -> true),
            new Passage(DISPATCHED, Set.of(ENTERPRISE), Set.of(RECEIVED), sample -> !sample.workable()),
            new Passage(RECEIVED, Set.of(PROVIDER), Set.of(PREPARED, DISPATCHED, LOST), any -> true),
            new Passage(RECEIVED, Set.of(PROVIDER), Set.of(RECEIVED), sample -> !sample.workable()),
            new Passage(IN_LAB, Set.of(PROVIDER), Set.of(RECEIVED), Sample::workable),
            new Passage(RETURNED, Set.of(PROVIDER), Set.of(RECEIVED, IN_LAB), CustodyRules::there),
            new Passage(DISPOSED, Set.of(PROVIDER), Set.of(RECEIVED, IN_LAB), CustodyRules::there),
            new Passage(LOST, Set.of(ENTERPRISE, PROVIDER), Set.of(DISPATCHED), any -> true),
            new Passage(LOST, Set.of(PROVIDER), Set.of(RECEIVED, IN_LAB), any -> true),
            new Passage(LOST, Set.of(ENTERPRISE), Set.of(RETURNED), any -> true));

    private CustodyRules() {}

    /** A way a sample may go. */
    private record Passage(SampleState to, Set<Actor> by, Set<SampleState> from, Predicate<Sample> when) {
        boolean open(Sample sample, Actor actor) {
            return by.contains(actor) && from.contains(sample.state()) && when.test(sample);
        }
    }

    private static boolean there(Sample sample) {
        return sample.condition() != Condition.MISSING;
    }

    /** Whether a booking is of a kind for which something is sent to the laboratory. */
    static boolean sends(Booking booking) {
        return booking.order().lines().stream().anyMatch(line -> SENT.contains(line.family()));
    }

    /** Whether labels can be made for a booking now. */
    static boolean labels(Booking booking) {
        return sends(booking) && LABELLED_IN.contains(booking.state());
    }

    /** Where the actor may pass the sample on to. */
    static List<SampleState> ways(Sample sample, Actor actor) {
        return PASSAGES.stream()
                .filter(passage -> passage.open(sample, actor))
                .map(Passage::to)
                .distinct()
                .toList();
    }

    /**
     * The sample after a step.
     *
     * @param agreed what was agreed to become of it
     * @throws Refusal FORBIDDEN if it is the other one's to say, CONFLICT if it cannot go this way from where it is,
     *     BAD_INPUT if something is not said that has to be
     */
    static Sample after(Sample sample, CustodyStep step, Actor actor, SampleDisposal agreed, Instant now) {
        if (!ways(sample, actor).contains(step.state())) {
            throw whyNot(step.state(), actor);
        }
        Condition found = condition(sample, step);
        Shipment sent = shipment(sample, step);
        boolean doubtful = step.state() == RECEIVED && (found == Condition.DAMAGED || found == Condition.WRONG);
        if ((doubtful || step.state() == LOST) && !step.saysWhy()) {
            throw Refusal.badInput("/note", "custody-note");
        }
        if (ends(step.state()) && !fits(step.state(), agreed) && !step.saysWhy()) {
            throw Refusal.badInput("/note", "custody-agreed-otherwise");
        }
        return sample.passed(step.state(), found, sent, now);
    }

    private static Refusal whyNot(SampleState to, Actor actor) {
        boolean known = PASSAGES.stream()
                .anyMatch(passage -> passage.to() == to && passage.by().contains(actor));
        return known
                ? Refusal.conflict("custody-not-possible")
                : new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
    }

    private static @Nullable Condition condition(Sample sample, CustodyStep step) {
        if (step.state() != RECEIVED) {
            return step.state() == DISPATCHED ? null : sample.condition();
        }
        if (step.condition() == null) {
            throw Refusal.badInput("/condition", "not-null");
        }
        return step.condition();
    }

    private static @Nullable Shipment shipment(Sample sample, CustodyStep step) {
        String carrier = step.carrier();
        if (step.state() != DISPATCHED && step.state() != RETURNED) {
            return sample.shipment();
        }
        if (carrier == null || carrier.isBlank()) {
            throw Refusal.badInput("/carrier", "not-blank");
        }
        String number = step.trackingNumber();
        return new Shipment(carrier.strip(), number == null || number.isBlank() ? null : number.strip());
    }

    private static boolean ends(SampleState state) {
        return state == RETURNED || state == DISPOSED;
    }

    private static boolean fits(SampleState end, SampleDisposal agreed) {
        return agreed == (end == RETURNED ? SampleDisposal.RETURN : SampleDisposal.DISPOSE);
    }

    /** Whether a booking can begin: none of its pieces is on its way any more, and one is there to be worked on. */
    static boolean allArrived(List<Sample> samples) {
        return samples.stream().noneMatch(sample -> sample.state().onItsWay())
                && samples.stream().anyMatch(sample -> sample.state() == RECEIVED && sample.workable());
    }
}
