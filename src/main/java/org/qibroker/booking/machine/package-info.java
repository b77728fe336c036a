/** The state machine of a booking: the table of steps and what the clock does. Pure. */
@NullMarked
package org.qibroker.booking.machine;

import org.jspecify.annotations.NullMarked;
