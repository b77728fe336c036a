package org.qibroker.booking.pages;

import io.vertx.core.Future;
import java.util.Optional;
import org.qibroker.booking.Booking;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** What a room above shows on the page of a booking. */
@FunctionalInterface
public interface BookingSection {
    /** The section for one reader of the booking; none where there is nothing to show. */
    Future<Optional<Fragment>> of(Booking booking, Caller reader);
}
