package org.qibroker.booking.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.resource.Closure;
import org.qibroker.resource.Slot;

/**
 * One day at one time of day.
 *
 * @param slot what is offered then, absent outside the hours
 * @param free how many places are left
 * @param closure what closes it, absent if nothing does
 */
public record Cell(
        LocalDate date, @Nullable Slot slot, State state, int free, List<Chip> chips, @Nullable Closure closure) {
    /** Copies the chips. */
    public Cell {
        chips = List.copyOf(chips);
    }

    /** What a cell is. */
    public enum State {
        /** Outside the hours. */
        NONE,
        /** Over. */
        PAST,
        /** Closed although it is within the hours. */
        CLOSED,
        /** The calibration is overdue. */
        OVERDUE,
        /** Can be booked, as far as places are left. */
        OPEN
    }

    /** Whether something could be moved here. */
    public boolean target() {
        return state == State.OPEN && free > 0;
    }

    /** Whether it can be closed, since nothing is booked. */
    public boolean closable() {
        return state == State.OPEN && chips.isEmpty();
    }

    /** Start and end, as a form sends them; {@code ""} where nothing is offered. */
    public String value() {
        return slot == null ? "" : slot.start() + "/" + slot.end();
    }

    /** Whether a closure begins here, so that it is named once. */
    public boolean closureBegins() {
        Instant from = closure == null ? null : closure.from();
        return from != null && slot != null && !from.isBefore(slot.start());
    }
}
