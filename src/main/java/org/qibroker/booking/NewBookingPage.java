package org.qibroker.booking;

import org.qibroker.catalog.ScopeIndex;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.resource.ResourceModule;

/** The page on which a booking is requested. */
final class NewBookingPage {
    NewBookingPage(Platform platform, Bookings bookings, ScopeIndex scopes, ResourceModule resources) {}

    void mount(PageRouter pages) {}
}
