package org.qibroker.booking.order;

import java.time.LocalDate;
import org.qibroker.shared.Money;

/**
 * A booking on terms that both sides have agreed to before, by an offer and its acceptance.
 *
 * @param order what is ordered, and where it is done if that needs a place; no slot has to be chosen, since the day of
 *     the report is agreed
 * @param price for all of it
 * @param finishBy the day the report is due
 */
public record Award(BookingRequest order, Money price, LocalDate finishBy) {}
