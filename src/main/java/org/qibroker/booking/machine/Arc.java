package org.qibroker.booking.machine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;

/**
 * A way from one state to another, or back to the same.
 *
 * @param from absent where a booking begins
 * @param key of the text that says what takes it
 * @param by who takes it
 */
public record Arc(@Nullable BookingState from, String key, Set<Actor> by, BookingState to) {
    /** Copies the actors. */
    public Arc {
        by = Set.copyOf(by);
    }
}
