package org.qibroker.booking.board;

import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;

/** Puts the bookings of a laboratory on its board. */
final class Boards {
    private static final PageRequest SHOWN = new PageRequest(50, null);

    private final Platform platform;
    private final Bookings bookings;

    Boards(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
    }

    /** The board of the caller's organisation. */
    Future<Board> of(Caller caller) {
        List<Future<List<Booking>>> columns = Board.STATES.stream()
                .map(state -> bookings.received(List.of(state), SHOWN, caller).map(page -> page.items()))
                .toList();
        return Future.all(columns)
                .compose(done ->
                        platform.database().read(client -> BoardRepository.totals(client, caller.organisation())))
                .map(totals -> Board.of(found(columns), totals, bookings.now()));
    }

    private static Map<BookingState, List<Booking>> found(List<Future<List<Booking>>> columns) {
        Map<BookingState, List<Booking>> found = new EnumMap<>(BookingState.class);
        for (int i = 0; i < columns.size(); i++) {
            found.put(Board.STATES.get(i), columns.get(i).result());
        }
        return found;
    }
}
