package org.qibroker.booking.board;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.board.Board.Column;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;

/** Puts the bookings of a laboratory on its board. */
final class Boards {
    private static final int SHOWN = 50;

    private final Platform platform;
    private final Bookings bookings;

    Boards(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
    }

    /**
     * The board of the caller's organisation.
     *
     * @param from where the columns begin that do not begin with the first booking
     */
    Future<Board> of(Map<BookingState, String> from, Caller caller) {
        return platform.database()
                .read(client -> BoardRepository.totals(client, caller.organisation()))
                .compose(totals -> Future.all(Board.STATES.stream()
                                .map(state -> column(state, from.get(state), totals.getOrDefault(state, 0), caller))
                                .toList())
                        .map(all -> new Board(all.list(), bookings.now())));
    }

    private Future<Column> column(BookingState state, @Nullable String from, int total, Caller caller) {
        return bookings.received(List.of(state), new PageRequest(SHOWN, from), caller)
                .map(part -> Board.column(state, part, from == null, total));
    }
}
