package org.qibroker.feedback;

import java.util.List;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.catalog.directory.Standings;
import org.qibroker.feedback.complaint.ComplaintModule;
import org.qibroker.feedback.rating.RatingModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.PageRouter;

/** Wires what comes after the work. */
public final class FeedbackModule {
    private final RatingModule rating;
    private final ComplaintModule complaint;

    /** Ratings of and complaints about bookings, beside what else is counted of providers. */
    public FeedbackModule(Platform platform, Bookings bookings, Standings standings) {
        this.rating = new RatingModule(platform, bookings, standings);
        this.complaint = new ComplaintModule(platform, bookings);
    }

    /** Ratings. */
    public RatingModule rating() {
        return rating;
    }

    /** Complaints. */
    public ComplaintModule complaint() {
        return complaint;
    }

    /** What the page of a booking shows of it. */
    public List<BookingSection> sections() {
        return List.of(rating.section(), complaint.section());
    }

    /** What lets complaints go on when somebody is late; it does not run before it is started. */
    public DueClock clock() {
        return complaint.clock();
    }

    /** Binds the operations of ratings and complaints. */
    public void bind(ApiBinder api) {
        rating.bind(api);
        complaint.bind(api);
    }

    /** Mounts their pages. */
    public void mount(PageRouter pages) {
        rating.mount(pages);
        complaint.mount(pages);
    }
}
