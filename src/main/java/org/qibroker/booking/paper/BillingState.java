package org.qibroker.booking.paper;

/** How far a booking is billed. */
public enum BillingState {
    /** No invoice yet. */
    UNBILLED,
    /** There is an invoice. */
    INVOICED,
    /** The invoice is paid. */
    PAID
}
