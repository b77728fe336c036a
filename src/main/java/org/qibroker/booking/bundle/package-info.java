/**
 * Booking a whole plan at once: which bookings it makes, which slots are proposed, and the page to confirm them. Owns no
 * tables.
 */
@NullMarked
package org.qibroker.booking.bundle;

import org.jspecify.annotations.NullMarked;
