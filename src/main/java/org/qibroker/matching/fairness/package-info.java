/**
 * Whether matching treats providers alike: how often each was shown, first, chosen and booked, by month. Owns the table
 * {@code provider_fairness}, which follows the log of matches and bookings.
 */
@NullMarked
package org.qibroker.matching.fairness;

import org.jspecify.annotations.NullMarked;
