package org.qibroker.booking.board;

import java.util.Map;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
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
        pages.get("/inbox/board", Access.of(Role.PROVIDER), call -> boards.of(call.caller())
                .map(board -> View.page("booking/board.jte", Map.of("board", board))));
    }
}
