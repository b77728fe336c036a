/**
 * The clocks of a booking: what is due when and by whom, reminders before, and what is late, each told once. Owns the
 * table {@code booking_deadline}.
 */
@NullMarked
package org.qibroker.booking.deadline;

import org.jspecify.annotations.NullMarked;
