package org.qibroker.report;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Booking;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.booking.paper.AgreedStatement;
import org.qibroker.booking.paper.Papers;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The reports on the page of their booking. */
final class ReportSection implements BookingSection {
    private final Reports reports;
    private final Papers papers;

    ReportSection(Reports reports, Papers papers) {
        this.reports = reports;
        this.papers = papers;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        return reports.shown(booking, reader)
                .compose(shown -> shown.issued().isEmpty() && shown.draft().isEmpty() && !shown.writes()
                        ? Future.succeededFuture(Optional.empty())
                        : papers.statement(booking).map(agreed -> Optional.of(fragment(shown, agreed))));
    }

    private static Fragment fragment(Reports.Shown shown, AgreedStatement agreed) {
        return new Fragment("report/section.jte", Map.of("shown", shown, "agreed", agreed));
    }
}
