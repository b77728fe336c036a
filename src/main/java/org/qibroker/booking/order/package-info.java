/** What an order needs to become a booking, checked against scope, resource and demand. */
@NullMarked
package org.qibroker.booking.order;

import org.jspecify.annotations.NullMarked;
