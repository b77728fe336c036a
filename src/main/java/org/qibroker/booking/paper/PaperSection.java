package org.qibroker.booking.paper;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Booking;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The papers on the page of their booking. */
final class PaperSection implements BookingSection {
    private final Papers papers;

    PaperSection(Papers papers) {
        this.papers = papers;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        if (!BillingRules.billable(booking.state())) {
            return Future.succeededFuture(Optional.empty());
        }
        Future<Optional<Billing>> billing = reader.organisationId() != null && booking.concerns(reader.organisation())
                ? papers.billing(booking.id(), reader).map(billed -> Optional.of(billed.billing()))
                : Future.succeededFuture(Optional.empty());
        return billing.map(
                found -> Optional.of(new Fragment("paper/section.jte", Map.of("booking", booking, "billing", found))));
    }
}
