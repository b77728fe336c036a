package org.qibroker.booking.paper;

import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the papers of bookings. */
public final class PaperModule {
    private final Platform platform;
    private final Papers papers;

    /** Papers of bookings, written from these sources. */
    public PaperModule(Platform platform, Bookings bookings, Papers.Sources sources) {
        this.platform = platform;
        this.papers = new Papers(platform, bookings, sources);
    }

    /** The papers. */
    public Papers papers() {
        return papers;
    }

    /** What the page of a booking shows of its papers. */
    public BookingSection section() {
        return new PaperSection(papers);
    }

    /** Binds getCommissionSheet, getBilling, recordBilling and stateBillTo. */
    public void bind(ApiBinder api) {
        new PaperApi(papers).bind(api);
    }

    /** Mounts the sheet and the page of the billing. */
    public void mount(PageRouter pages) {
        new PaperPages(platform, papers).mount(pages);
    }
}
