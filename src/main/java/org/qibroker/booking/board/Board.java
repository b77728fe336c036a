package org.qibroker.booking.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.NextStep;

/**
 * Bookings of a laboratory that are not at their end, a column each state.
 *
 * @param now when it is shown
 */
public record Board(List<Column> columns, Instant now) {
    /** The states that have a column. */
    static final List<BookingState> STATES = List.of(
            BookingState.REQUESTED,
            BookingState.ACCEPTED,
            BookingState.IN_PROGRESS,
            BookingState.ON_HOLD,
            BookingState.DRAFTED,
            BookingState.REPORTED,
            BookingState.DISPUTED);

    private static final Comparator<Booking> FIRST = Comparator.comparing((Booking booking) -> !waits(booking))
            .thenComparing(booking -> due(booking).orElse(Instant.MAX))
            .thenComparing(Booking::createdAt);

    /** Copies the columns. */
    public Board {
        columns = List.copyOf(columns);
    }

    /**
     * The bookings in one state.
     *
     * @param total how many there are, of which the newest are shown
     */
    public record Column(BookingState state, int total, List<Booking> bookings) {
        /** Copies the bookings. */
        public Column {
            bookings = List.copyOf(bookings);
        }

        /** How many are not shown. */
        public int more() {
            return Math.max(0, total - bookings.size());
        }
    }

    /** The board of these bookings: what waits for the laboratory first, then what is due first. */
    static Board of(Map<BookingState, List<Booking>> found, Map<BookingState, Integer> totals, Instant now) {
        return new Board(
                STATES.stream()
                        .map(state -> new Column(
                                state,
                                totals.getOrDefault(state, 0),
                                found.getOrDefault(state, List.of()).stream()
                                        .sorted(FIRST)
                                        .toList()))
                        .toList(),
                now);
    }

    /** Whether the laboratory has to act next. */
    public static boolean waits(Booking booking) {
        return NextStep.of(booking).map(next -> next.who() == Actor.PROVIDER).orElse(false);
    }

    /** By when whoever has to act next should have. */
    public static Optional<Instant> due(Booking booking) {
        return NextStep.of(booking).map(NextStep::due);
    }

    /** Whether that is past. */
    public boolean overdue(Booking booking) {
        return NextStep.of(booking).map(next -> next.overdue(now)).orElse(false);
    }

    /** How many of those shown wait for the laboratory. */
    public long waiting() {
        return columns.stream()
                .flatMap(column -> column.bookings().stream())
                .filter(Board::waits)
                .count();
    }
}
