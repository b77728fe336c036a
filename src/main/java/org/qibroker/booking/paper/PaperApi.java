package org.qibroker.booking.paper;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Invoice;
import org.qibroker.account.Organisation;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.catalog.Price;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Contact;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Money;

/** The papers of bookings over the API. */
final class PaperApi {
    private final Papers papers;

    PaperApi(Papers papers) {
        this.papers = papers;
    }

    void bind(ApiBinder api) {
        api.bind("getCommissionSheet", call -> papers.sheet(call.id("id"), call.caller())
                .map(sheet -> ApiReply.ok(SheetView.of(sheet))));
        api.bind("getBilling", call -> papers.billing(call.id("id"), call.caller())
                .map(PaperApi::reply));
        api.bind("recordBilling", this::record);
        api.bind("stateBillTo", this::address);
    }

    private Future<ApiReply> record(ApiCall call) {
        long seen = call.ifMatch();
        return papers.record(call.id("id"), seen, call.body(BillingRecord.class), call.caller())
                .map(PaperApi::reply);
    }

    private Future<ApiReply> address(ApiCall call) {
        long seen = call.ifMatch();
        return papers.address(call.id("id"), seen, call.body(Invoice.class), call.caller())
                .map(PaperApi::reply);
    }

    private static ApiReply reply(Papers.Billed billed) {
        Billing billing = billed.billing();
        return ApiReply.ok(
                new BillingView(
                        billing.bookingId(),
                        billing.state(),
                        billed.booking().order().terms().price(),
                        billing.number(),
                        billing.invoicedOn(),
                        billing.paidOn(),
                        billed.billTo(),
                        billing.version()),
                billing.version());
    }

    private record BillingView(
            UUID bookingId,
            BillingState state,
            @Nullable Money price,
            @Nullable String number,
            @Nullable LocalDate invoicedOn,
            @Nullable LocalDate paidOn,
            @Nullable Invoice billTo,
            long version) {}

    private record PartyView(UUID id, String name, @Nullable String uscc) {
        static PartyView of(UUID id, String name, @Nullable Organisation organisation) {
            return new PartyView(id, name, organisation == null ? null : organisation.uscc());
        }
    }

    private record SheetView(
            UUID bookingId,
            String number,
            BookingState state,
            PartyView enterprise,
            PartyView provider,
            String site,
            @Nullable String siteAddress,
            @Nullable Contact contact,
            List<Booking.Line> lines,
            int pieces,
            Price.Kind priceKind,
            @Nullable Money price,
            @Nullable Integer turnaroundDays,
            @Nullable Instant turnaroundDue,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable LocalDate neededBy,
            Agreement agreement,
            @Nullable String note,
            Instant requestedAt,
            @Nullable Instant agreedAt) {
        static SheetView of(CommissionSheet sheet) {
            Booking b = sheet.booking();
            Booking.Place place = b.place();
            return new SheetView(
                    b.id(),
                    b.number(),
                    b.state(),
                    PartyView.of(b.parties().enterpriseId(), b.parties().enterpriseName(), sheet.enterprise()),
                    PartyView.of(b.parties().providerId(), b.parties().providerName(), sheet.provider()),
                    b.parties().site(),
                    sheet.site() == null ? null : sheet.site().addressZh(),
                    sheet.contact(),
                    b.order().lines(),
                    b.order().pieces(),
                    b.order().terms().priceKind(),
                    b.order().terms().price(),
                    b.order().terms().turnaroundDays(),
                    b.progress().due().turnaround(),
                    place == null ? null : place.slot().start(),
                    place == null ? null : place.slot().end(),
                    sheet.demand() == null ? null : sheet.demand().wishes().neededBy(),
                    sheet.agreement(),
                    b.order().note(),
                    b.createdAt(),
                    sheet.agreedAt());
        }
    }
}
