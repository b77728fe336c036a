package org.qibroker.booking.paper;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Invoice;

/**
 * How far a booking is billed, as its provider records it.
 *
 * @param number of the invoice, with its day; absent while there is none
 * @param paidOn absent while it is not paid
 * @param billTo what the invoice has to carry for this booking; absent where the enterprise's usual particulars hold
 * @param version 0 while nothing has been recorded
 */
public record Billing(
        UUID bookingId,
        BillingState state,
        @Nullable String number,
        @Nullable LocalDate invoicedOn,
        @Nullable LocalDate paidOn,
        @Nullable Invoice billTo,
        long version) {
    static Billing none(UUID booking) {
        return new Billing(booking, BillingState.UNBILLED, null, null, null, null, 0);
    }

    Billing to(@Nullable Invoice other) {
        return new Billing(bookingId, state, number, invoicedOn, paidOn, other, version + 1);
    }
}
