package org.qibroker.custody;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The samples on the page of their booking. */
final class SampleSection implements BookingSection {
    private final Samples samples;

    SampleSection(Samples samples) {
        this.samples = samples;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        if (!CustodyRules.sends(booking)) {
            return Future.succeededFuture(Optional.empty());
        }
        return samples.lot(booking)
                .map(lot -> new SamplePage(lot, Bookings.part(booking, reader).orElseThrow()))
                .map(page -> page.samples().isEmpty() && !page.mayLabel()
                        ? Optional.empty()
                        : Optional.of(new Fragment("custody/section.jte", Map.of("page", page))));
    }
}
