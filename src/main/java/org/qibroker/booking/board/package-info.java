/** The work of a laboratory as a board: its bookings by state, what waits for it first. */
@NullMarked
package org.qibroker.booking.board;

import org.jspecify.annotations.NullMarked;
