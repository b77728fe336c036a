package org.qibroker.booking.paper;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a provider records of the billing of a booking.
 *
 * @param number of the invoice; with its day needed unless it is UNBILLED
 * @param paidOn needed for PAID
 */
public record BillingRecord(
        @NotNull BillingState state,
        @Nullable @Size(max = 60) String number,
        @Nullable LocalDate invoicedOn,
        @Nullable LocalDate paidOn) {}
