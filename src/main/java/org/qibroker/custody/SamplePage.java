package org.qibroker.custody;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.demand.Agreement.SampleDisposal;

/**
 * What pages show of the samples of a booking to one reader.
 *
 * @param part in what part the reader looks
 */
public record SamplePage(Samples.Lot lot, Actor part) {
    /** What is most likely to be done, the most likely first. */
    private static final List<SampleState> USUAL = List.of(
            SampleState.DISPATCHED,
            SampleState.RECEIVED,
            SampleState.IN_LAB,
            SampleState.RETURNED,
            SampleState.DISPOSED,
            SampleState.LOST);

    /** The booking. */
    public Booking booking() {
        return lot.booking();
    }

    /** Its samples. */
    public List<Sample> samples() {
        return lot.samples();
    }

    /** What was agreed to become of them. */
    public SampleDisposal agreed() {
        return lot.agreed();
    }

    /** What happened, the latest first. */
    public List<CustodyEvent> latestFirst() {
        List<CustodyEvent> turned = new ArrayList<>(lot.chain());
        Collections.reverse(turned);
        return turned;
    }

    /** Whether the reader may make labels now. */
    public boolean mayLabel() {
        return part != Actor.COORDINATOR
                && CustodyRules.labels(booking())
                && samples().size() < Samples.MOST_PIECES;
    }

    /** How many labels are likely to be wanted. */
    public int piecesLeft() {
        int left = booking().order().pieces() - samples().size();
        return Math.max(1, Math.min(left, Samples.MOST_PIECES - samples().size()));
    }

    /** Where the reader can pass at least one sample on to, the most usual first. */
    public List<SampleState> steps() {
        return USUAL.stream().filter(state -> !ready(state).isEmpty()).toList();
    }

    /** Where the reader can pass this sample on to. */
    public List<SampleState> steps(Sample sample) {
        List<SampleState> ways = CustodyRules.ways(sample, part);
        return USUAL.stream().filter(ways::contains).toList();
    }

    /** The samples that the reader can pass on so. */
    public List<Sample> ready(SampleState state) {
        return samples().stream()
                .filter(sample -> CustodyRules.ways(sample, part).contains(state))
                .toList();
    }

    /** The step that is most likely the reader's next: not for samples that are lost or only might be. */
    public Optional<SampleState> usual() {
        return steps().stream()
                .filter(state -> state != SampleState.LOST)
                .filter(state -> state != SampleState.RECEIVED
                        || ready(state).stream()
                                .anyMatch(sample -> sample.state().onItsWay()))
                .findFirst();
    }

    /** How many samples are in a state. */
    public long count(SampleState state) {
        return samples().stream().filter(sample -> sample.state() == state).count();
    }

    /** Tone of a state's badge. */
    public static String tone(SampleState state) {
        return switch (state) {
            case PREPARED -> "grey";
            case DISPATCHED -> "yellow";
            case RECEIVED, IN_LAB -> "blue";
            case RETURNED, DISPOSED -> "green";
            case LOST -> "red";
        };
    }

    /** Tone of a condition's badge. */
    public static String tone(Condition condition) {
        return condition == Condition.GOOD ? "green" : condition == Condition.DAMAGED ? "yellow" : "red";
    }

    /** Icon of what happened. */
    public static String icon(SampleState state) {
        return switch (state) {
            case PREPARED -> "qrcode";
            case DISPATCHED -> "truck-delivery";
            case RECEIVED -> "package-import";
            case IN_LAB -> "microscope";
            case RETURNED -> "truck-return";
            case DISPOSED -> "recycle";
            case LOST -> "help-hexagon";
        };
    }
}
