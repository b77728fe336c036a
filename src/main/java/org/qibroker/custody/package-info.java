/**
 * Samples on their way: their codes and labels, and who has them, from the enterprise to the laboratory and back. Owns
 * the table {@code custody_sample} and the events of kind {@code sample}, whose stream is the booking; together they are
 * the chain of custody (ISO/IEC 17025:2017, 7.4).
 *
 * <p>Booking and custody agree: once no piece of a booking is on its way any more and at least one is there to be worked
 * on, the booking takes its step {@code receive}; and a booking that is received by itself has all pieces received that
 * were still on their way.
 */
@NullMarked
package org.qibroker.custody;

import org.jspecify.annotations.NullMarked;
