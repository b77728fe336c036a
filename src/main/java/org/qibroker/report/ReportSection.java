package org.qibroker.report;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Booking;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The reports on the page of their booking. */
final class ReportSection implements BookingSection {
    private final Reports reports;

    ReportSection(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        return reports.shown(booking, reader)
                .map(shown -> shown.issued().isEmpty() && shown.draft().isEmpty() && !shown.writes()
                        ? Optional.empty()
                        : Optional.of(new Fragment("report/section.jte", Map.of("shown", shown))));
    }
}
