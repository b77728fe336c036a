package org.qibroker.booking.paper;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.booking.Booking;
import org.qibroker.catalog.Site;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Agreement.ReportLanguage;
import org.qibroker.demand.Agreement.SampleDisposal;
import org.qibroker.demand.Contact;
import org.qibroker.demand.Demand;

/**
 * Everything agreed for a booking (委托单; ISO/IEC 17025:2017, 7.1).
 *
 * @param demand absent for a direct booking, for which the usual holds
 * @param agreedAt absent while it is only asked for
 */
public record CommissionSheet(
        Booking booking,
        @Nullable Organisation enterprise,
        @Nullable Organisation provider,
        @Nullable Site site,
        @Nullable Demand demand,
        @Nullable Instant agreedAt) {

    /** What was agreed before work; what was left unsaid is the usual. */
    public Agreement agreement() {
        Agreement said = demand == null ? Agreement.NONE : demand.agreement();
        return new Agreement(
                said.conformityWanted(),
                said.decisionRule(),
                said.otherRule(),
                Boolean.TRUE.equals(said.subcontracting()),
                Objects.requireNonNullElse(said.reportLanguage(), ReportLanguage.ZH),
                Objects.requireNonNullElse(said.sampleDisposal(), SampleDisposal.RETURN));
    }

    /** Whom the provider asks. */
    public @Nullable Contact contact() {
        return demand == null ? null : demand.contact();
    }
}
