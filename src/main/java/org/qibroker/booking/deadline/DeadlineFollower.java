package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.deadline.DeadlineRepository.Running;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.resource.Slot;

/** Keeps the clocks of each booking as its state wants them, whatever moved it. */
final class DeadlineFollower implements Projection {
    private final Platform platform;
    private final Bookings bookings;

    DeadlineFollower(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
    }

    @Override
    public String name() {
        return "booking-deadlines";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Bookings.EVENTS);
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        return bookings.seen(tx, event.stream())
                .compose(found -> found.map(booking -> keep(tx, booking)).orElseGet(Future::succeededFuture));
    }

    private Future<Void> keep(SqlConnection tx, Booking booking) {
        Booking.Place place = booking.place();
        Slot slot = place == null ? null : place.slot();
        List<Running> running = DeadlineRules.running(booking.progress(), slot).stream()
                .map(this::running)
                .toList();
        return DeadlineRepository.keep(tx, booking.id(), running);
    }

    private Running running(Deadline deadline) {
        return new Running(
                deadline,
                DeadlineRules.remindAt(deadline, bookings.now(), platform.calendar())
                        .orElse(null));
    }
}
