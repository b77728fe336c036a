/** What the sides of a booking write each other, with files. Owns the table {@code booking_message}. */
@NullMarked
package org.qibroker.booking.messages;

import org.jspecify.annotations.NullMarked;
