package org.qibroker.booking.board;

import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.Map;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The board of a laboratory. */
public final class BoardPages {
    private final Boards boards;

    /** In front of bookings. */
    public BoardPages(Platform platform, Bookings bookings) {
        this.boards = new Boards(platform, bookings);
    }

    /** Mounts it. */
    public void mount(PageRouter pages) {
        pages.get("/inbox/board", Access.of(Role.PROVIDER), this::board);
    }

    private Future<View> board(PageCall call) {
        Map<BookingState, String> from = new EnumMap<>(BookingState.class);
        Board.STATES.forEach(state -> call.query(state.name()).ifPresent(cursor -> from.put(state, cursor)));
        return boards.of(from, call.caller()).map(board -> View.page("booking/board.jte", Map.of("board", board)));
    }
}
