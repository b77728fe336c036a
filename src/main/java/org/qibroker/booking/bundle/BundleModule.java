package org.qibroker.booking.bundle;

import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;

/** Wires the booking of whole plans. */
public final class BundleModule {
    private final BundlePages pages;

    /** Bookings of plans from these sources. */
    public BundleModule(Platform platform, Bookings bookings, Sources sources) {
        this.pages = new BundlePages(platform, bookings, sources);
    }

    /** Mounts the page of a plan. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
