package org.qibroker.booking.paper;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingState;
import org.qibroker.shared.Refusal;

/** What can be recorded of the billing of a booking. Pure. */
final class BillingRules {
    private static final Set<BookingState> NOTHING_AGREED =
            EnumSet.of(BookingState.REQUESTED, BookingState.DECLINED, BookingState.EXPIRED);

    private BillingRules() {}

    /** Whether there is anything to bill. */
    static boolean billable(BookingState state) {
        return !NOTHING_AGREED.contains(state);
    }

    /**
     * The billing as recorded.
     *
     * @throws Refusal BAD_INPUT if a number or a day is missing, lies ahead, or paid is before invoiced
     */
    static Billing recorded(Billing before, BillingRecord record, LocalDate today) {
        BillingState state = record.state();
        if (state == BillingState.UNBILLED) {
            return new Billing(before.bookingId(), state, null, null, null, before.billTo(), before.version() + 1);
        }
        String number = record.number();
        if (number == null || number.isBlank()) {
            throw Refusal.badInput("/number", "not-blank");
        }
        LocalDate invoiced = day("/invoicedOn", record.invoicedOn(), today);
        LocalDate paid = state == BillingState.PAID ? day("/paidOn", record.paidOn(), today) : null;
        if (paid != null && paid.isBefore(invoiced)) {
            throw Refusal.badInput("/paidOn", "billing-paid-before");
        }
        return new Billing(
                before.bookingId(), state, number.strip(), invoiced, paid, before.billTo(), before.version() + 1);
    }

    private static LocalDate day(String pointer, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            throw Refusal.badInput(pointer, "not-null");
        }
        if (day.isAfter(today)) {
            throw Refusal.badInput(pointer, "billing-day-ahead");
        }
        return day;
    }
}
