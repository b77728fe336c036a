package org.qibroker.booking.deadline;

import java.util.List;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.PageRouter;

/** Wires deadlines. */
public final class DeadlineModule {
    private final Platform platform;
    private final Bookings bookings;
    private final Deadlines deadlines;

    /** Deadlines of bookings. */
    public DeadlineModule(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
        this.deadlines = new Deadlines(platform);
    }

    /** What reminds, and what tells what is late; they do not run before they are started. */
    public List<DueClock> clocks() {
        DeadlineWords words = new DeadlineWords(bookings);
        return List.of(
                new DueClock(platform.vertx(), platform.database(), "reminders", words::remind),
                new DueClock(platform.vertx(), platform.database(), "late bookings", words::escalate));
    }

    /** What follows the log of bookings. */
    public List<Projection> projections() {
        return List.of(new DeadlineFollower(platform, bookings));
    }

    /** What the page of a booking shows. */
    public BookingSection section() {
        return new DeadlineSection(deadlines);
    }

    /** Binds listDeadlines. */
    public void bind(ApiBinder api) {
        new DeadlineApi(deadlines).bind(api);
    }

    /** Mounts what is late. */
    public void mount(PageRouter pages) {
        new DeadlinePages(deadlines).mount(pages);
    }
}
