package org.qibroker.booking.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;

/** All ways a booking can go: how it begins, the steps, and what the clock does. Pictures are drawn from it. */
public final class StateTable {
    private static final List<Arc> ARCS = Stream.of(beginnings(), steps(), ClockRules.arcs())
            .flatMap(arcs -> arcs)
            .toList();

    private StateTable() {}

    /** The ways, by the state they begin at. */
    public static List<Arc> arcs() {
        return ARCS;
    }

    /** The ways that begin at a state. */
    public static List<Arc> from(BookingState state) {
        return ARCS.stream().filter(arc -> arc.from() == state).toList();
    }

    private static Stream<Arc> beginnings() {
        return Stream.of(
                new Arc(null, "booking.arc.request", Set.of(Actor.ENTERPRISE), BookingState.REQUESTED),
                new Arc(null, "booking.arc.award", Set.of(Actor.ENTERPRISE), BookingState.ACCEPTED));
    }

    private static Stream<Arc> steps() {
        return Arrays.stream(BookingState.values()).flatMap(state -> BookingRules.steps().stream()
                .filter(step -> step.from().contains(state))
                .flatMap(step -> step.leadsTo(state).stream()
                        .sorted()
                        .map(to ->
                                new Arc(state, "booking.action." + step.action().name(), step.by(), to))));
    }
}
