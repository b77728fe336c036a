package org.qibroker.booking.board;

import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Role;

/** The board of a laboratory. */
public final class BoardPages {
    private static final PageRequest SHOWN = new PageRequest(50, null);

    private final Platform platform;
    private final Bookings bookings;

    /** In front of the façade. */
    public BoardPages(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
    }

    /** Mounts it. */
    public void mount(PageRouter pages) {
        pages.get("/inbox/board", Access.of(Role.PROVIDER), this::show);
    }

    private Future<View> show(PageCall call) {
        List<Future<List<Booking>>> columns = Board.STATES.stream()
                .map(state -> bookings.received(List.of(state), SHOWN, call.caller())
                        .map(page -> page.items()))
                .toList();
        return Future.all(columns)
                .compose(done -> platform.database().read(client -> BoardRepository.totals(
                        client, call.caller().organisation())))
                .map(totals -> Board.of(found(columns), totals, bookings.now()))
                .map(board -> View.page("booking/board.jte", Map.of("board", board)));
    }

    private static Map<BookingState, List<Booking>> found(List<Future<List<Booking>>> columns) {
        Map<BookingState, List<Booking>> found = new EnumMap<>(BookingState.class);
        for (int i = 0; i < columns.size(); i++) {
            found.put(Board.STATES.get(i), columns.get(i).result());
        }
        return found;
    }
}
