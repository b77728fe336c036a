/**
 * The papers of a booking: the commission sheet with everything agreed (委托单), and how far it is billed. Owns the table
 * {@code booking_billing} and the events of kind {@code billing}.
 */
@NullMarked
package org.qibroker.booking.paper;

import org.jspecify.annotations.NullMarked;
