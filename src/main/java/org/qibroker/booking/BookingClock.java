package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import org.qibroker.booking.Bookings.By;
import org.qibroker.booking.machine.ClockRules;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.shared.Caller;

/** Lets happen what is due of bookings: requests expire, proposals lapse, reported bookings complete. */
final class BookingClock {
    private final Bookings bookings;

    BookingClock(Bookings bookings) {
        this.bookings = bookings;
    }

    /** Takes one step that is due by now; whether there was one. */
    Future<Boolean> runOne(SqlConnection tx) {
        Instant now = bookings.now();
        return BookingRepository.lockDue(tx, now)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : run(tx, found.get(), now).map(true));
    }

    private Future<Booking> run(SqlConnection tx, Booking booking, Instant now) {
        Done done = ClockRules.due(booking.progress(), now)
                .orElseThrow(() -> new IllegalStateException("nothing is due for booking " + booking.id()));
        return bookings.write(tx, booking, done, new By(Actor.CLOCK, null, Caller.SYSTEM));
    }
}
