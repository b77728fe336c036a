/** The calendar of a resource, with its bookings, for its provider. Owns no table; reads {@code booking}. */
@NullMarked
package org.qibroker.booking.calendar;

import org.jspecify.annotations.NullMarked;
