/**
 * Requests of enterprises and their life: written as drafts, submitted, cancelled or closed; what is booked and fulfilled
 * follows from events of bookings and quotes. Owns the tables {@code demand}, {@code demand_item} and, as what follows,
 * {@code demand_item_booking} and {@code demand_quote_request}.
 */
@NullMarked
package org.qibroker.demand;

import org.jspecify.annotations.NullMarked;
