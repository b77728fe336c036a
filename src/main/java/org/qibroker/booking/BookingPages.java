package org.qibroker.booking;

import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;

/** Pages of bookings: lists, and each booking with what happened and what comes next. */
final class BookingPages {
    BookingPages(Platform platform, Bookings bookings) {}

    void mount(PageRouter pages) {}
}
