package org.qibroker.feedback.rating;

import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.catalog.directory.Standings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires ratings. */
public final class RatingModule {
    private final Platform platform;
    private final Bookings bookings;
    private final Ratings ratings;

    /** Ratings of bookings, beside what else is counted of providers. */
    public RatingModule(Platform platform, Bookings bookings, Standings standings) {
        this.platform = platform;
        this.bookings = bookings;
        this.ratings = new Ratings(platform, bookings, standings);
    }

    /** The ratings. */
    public Ratings ratings() {
        return ratings;
    }

    /** What the page of a booking shows of its rating. */
    public BookingSection section() {
        return new RatingSection(ratings);
    }

    /** Binds rateBooking, getRating, replyToRating, listRatings and getProviderRecord. */
    public void bind(ApiBinder api) {
        new RatingApi(ratings, platform.idempotency()).bind(api);
    }

    /** Mounts the page of a rating and the record of a provider. */
    public void mount(PageRouter pages) {
        new RatingPages(bookings, ratings).mount(pages);
    }
}
