package org.qibroker.report;

import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.booking.paper.Papers;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.report.verify.VerifyModule;

/** Wires reports. */
public final class ReportModule {
    private final Reports reports;
    private final StoredFiles files;
    private final Papers papers;
    private final VerificationAddress address;
    private final VerifyModule verify;

    /** Reports of bookings, kept in the archive that the bookings tell; the papers say what was agreed. */
    public ReportModule(Platform platform, Bookings bookings, ReportArchive archive, Papers papers) {
        this.reports = new Reports(platform, bookings, archive, papers);
        this.papers = papers;
        this.files = new StoredFiles(platform);
        this.address = new VerificationAddress(platform.settings().publicUrl());
        this.verify = new VerifyModule(platform, reports);
    }

    /** What reports say. */
    public Reports reports() {
        return reports;
    }

    /** What the page of a booking shows of its reports. */
    public BookingSection section() {
        return new ReportSection(reports, papers);
    }

    /** Binds the operations of reports. */
    public void bind(ApiBinder api) {
        new ReportApi(reports, files, address).bind(api);
        verify.bind(api);
    }

    /** Mounts the pages of reports. */
    public void mount(PageRouter pages) {
        new ReportPages(reports, files, address, papers).mount(pages);
        verify.mount(pages);
    }
}
