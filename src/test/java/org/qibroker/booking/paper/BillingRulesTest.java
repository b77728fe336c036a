package org.qibroker.booking.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.BookingState;

class BillingRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 10);
    private static final Billing NONE = Billing.none(new UUID(0, 1));

    private static Billing recorded(Billing before, BillingRecord record) {
        return BillingRules.recorded(before, record, TODAY);
    }

    @Test
    void isInvoicedThenPaidThenTakenBack() {
        Billing invoiced = recorded(NONE, new BillingRecord(BillingState.INVOICED, " 123 ", TODAY, TODAY));
        assertThat(invoiced.number()).isEqualTo("123");
        assertThat(invoiced.paidOn()).isNull();
        assertThat(invoiced.version()).isEqualTo(1);
        Billing paid = recorded(invoiced, new BillingRecord(BillingState.PAID, "123", TODAY, TODAY));
        assertThat(paid.paidOn()).isEqualTo(TODAY);
        Billing reset = recorded(paid, new BillingRecord(BillingState.UNBILLED, "123", TODAY, null));
        assertThat(reset.number()).isNull();
        assertThat(reset.version()).isEqualTo(3);
    }

    @Test
    void whatIsMissingOrCannotBeIsNamed() {
        refused(new BillingRecord(BillingState.INVOICED, " ", TODAY, null), "/number");
        refused(new BillingRecord(BillingState.INVOICED, "1", null, null), "/invoicedOn");
        refused(new BillingRecord(BillingState.INVOICED, "1", TODAY.plusDays(1), null), "billing-day-ahead");
        refused(new BillingRecord(BillingState.PAID, "1", TODAY, null), "/paidOn");
        refused(new BillingRecord(BillingState.PAID, "1", TODAY, TODAY.minusDays(1)), "billing-paid-before");
    }

    private static void refused(BillingRecord record, String why) {
        assertThatThrownBy(() -> recorded(NONE, record)).hasMessageContaining(why);
    }

    @Test
    void onlyWhatIsAgreedIsBilled() {
        assertThat(BillingRules.billable(BookingState.REQUESTED)).isFalse();
        assertThat(BillingRules.billable(BookingState.ACCEPTED)).isTrue();
        assertThat(BillingRules.billable(BookingState.CANCELLED)).isTrue();
    }
}
