/** Pages of bookings: lists, each booking with what happened and what comes next, and the request for one. */
@NullMarked
package org.qibroker.booking.pages;

import org.jspecify.annotations.NullMarked;
