package org.qibroker.feedback.rating;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The rating on the page of its booking: given, or asked for. */
final class RatingSection implements BookingSection {
    private final Ratings ratings;

    RatingSection(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        boolean asks = booking.state() == BookingState.COMPLETED
                && Bookings.part(booking, reader)
                        .filter(Actor.ENTERPRISE::equals)
                        .isPresent();
        return ratings.find(booking.id(), reader)
                .map(rating -> asks || rating.isPresent()
                        ? Optional.of(new Fragment(
                                "feedback/ratingSection.jte", Map.of("booking", booking, "rating", rating)))
                        : Optional.empty());
    }
}
