package org.qibroker.feedback.complaint;

import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.talk.Subject;
import org.qibroker.talk.Talk;

/** Wires complaints. */
public final class ComplaintModule {
    private final Platform platform;
    private final Bookings bookings;
    private final Complaints complaints;
    private final Talk talk;

    /** Complaints about bookings. */
    public ComplaintModule(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
        this.complaints = new Complaints(platform, bookings);
        this.talk = new Talk(platform, Subject.COMPLAINT, complaints::seat);
    }

    /** The complaints. */
    public Complaints complaints() {
        return complaints;
    }

    /** What the page of a booking shows of complaints about it. */
    public BookingSection section() {
        return new ComplaintSection(complaints);
    }

    /** What lets complaints go on when somebody is late; it does not run before it is started. */
    public DueClock clock() {
        return new DueClock(platform.vertx(), platform.database(), "complaints", complaints::lapseOne);
    }

    /** Binds the operations of complaints. */
    public void bind(ApiBinder api) {
        new ComplaintApi(complaints, platform.idempotency()).bind(api);
        talk.bind(api);
    }

    /** Mounts the pages of complaints. */
    public void mount(PageRouter pages) {
        new ComplaintPages(bookings, complaints, talk).mount(pages);
        talk.mount(pages);
    }
}
