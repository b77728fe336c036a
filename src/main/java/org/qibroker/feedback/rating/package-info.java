/**
 * What enterprises say of completed bookings, once each, and what the provider says to that, once. Owns the tables
 * {@code rating} and {@code rating_reply} and the events of kind {@code rating}, which a provider's record follows.
 */
@NullMarked
package org.qibroker.feedback.rating;

import org.jspecify.annotations.NullMarked;
