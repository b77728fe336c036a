package org.qibroker.booking.machine;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;

/**
 * A row of the table of steps.
 *
 * @param to where it leads to; none if the state stays
 * @param obstacle code of what stands in the way just now, empty if nothing does
 * @param move what follows; refuses a command that does not say what it must
 */
record Step(
        BookingAction action,
        Set<Actor> by,
        Set<BookingState> from,
        Set<BookingState> to,
        Function<Case, Optional<String>> obstacle,
        Function<Case, Decision.Done> move) {

    /** A step that anybody may take, from nowhere, before more is said of it. */
    static Step of(BookingAction action, Function<Case, Decision.Done> move) {
        return new Step(action, Set.of(), Set.of(), Set.of(), anything -> Optional.empty(), move);
    }

    Step by(Actor... actors) {
        return new Step(action, EnumSet.copyOf(Arrays.asList(actors)), from, to, obstacle, move);
    }

    Step from(BookingState... states) {
        return new Step(action, by, EnumSet.copyOf(Arrays.asList(states)), to, obstacle, move);
    }

    Step to(BookingState... states) {
        return new Step(action, by, from, EnumSet.copyOf(Arrays.asList(states)), obstacle, move);
    }

    Step unless(Function<Case, Optional<String>> other) {
        return new Step(action, by, from, to, other, move);
    }

    boolean is(BookingAction wanted, @Nullable Actor actor, @Nullable BookingState state) {
        return action == wanted && (actor == null || by.contains(actor)) && (state == null || from.contains(state));
    }

    /** Where it leads to from a state. */
    Set<BookingState> leadsTo(BookingState state) {
        return to.isEmpty() ? Set.of(state) : to;
    }

    /**
     * What follows.
     *
     * @throws IllegalStateException if it leads where the table does not say
     */
    Decision.Done take(Case asked) {
        Decision.Done done = move.apply(asked);
        BookingState before = asked.progress().state();
        BookingState after = done.next().state();
        if (!leadsTo(before).contains(after)) {
            throw new IllegalStateException(action + " led from " + before + " to " + after);
        }
        return done;
    }
}
