/**
 * Requests of enterprises and their life: written as drafts, submitted, cancelled or closed; what is booked and fulfilled
 * follows from booking events. Owns the tables {@code demand} and {@code demand_item}.
 */
@NullMarked
package org.qibroker.demand;

import org.jspecify.annotations.NullMarked;
