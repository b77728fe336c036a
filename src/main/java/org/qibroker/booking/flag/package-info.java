/** Holds open bookings against the scope as it is now, and flags what does not hold any more. */
@NullMarked
package org.qibroker.booking.flag;

import org.jspecify.annotations.NullMarked;
