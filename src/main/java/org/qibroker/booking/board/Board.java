package org.qibroker.booking.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.shared.Page;

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
     * A part of the bookings in one state.
     *
     * @param total how many there are in all
     * @param bookings what waits for the laboratory first, then what is due first
     * @param first whether it is the first part
     * @param next where the next part begins; absent after the last
     */
    public record Column(BookingState state, int total, List<Booking> bookings, boolean first, @Nullable String next) {
        /** Copies the bookings. */
        public Column {
            bookings = List.copyOf(bookings);
        }
    }

    /** A part of the list of a state as its column. */
    static Column column(BookingState state, Page<Booking> part, boolean first, int total) {
        List<Booking> sorted = part.items().stream().sorted(FIRST).toList();
        return new Column(state, total, sorted, first, part.nextCursor());
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
