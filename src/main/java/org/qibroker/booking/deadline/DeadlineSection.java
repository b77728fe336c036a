package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Booking;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The clocks on the page of their booking. */
final class DeadlineSection implements BookingSection {
    private final Deadlines deadlines;

    DeadlineSection(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        Clocks clocks = Clocks.of(booking, deadlines.now());
        return Future.succeededFuture(
                clocks.shown()
                        ? Optional.of(new Fragment("booking/deadlines.jte", Map.of("clocks", clocks)))
                        : Optional.empty());
    }
}
