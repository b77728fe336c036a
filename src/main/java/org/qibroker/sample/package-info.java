/**
 * The sample region: made-up providers, enterprises, demands and bookings of the last two years, so that a first start
 * shows a region at work. Uses the façades of the features as anyone would, with a clock that it sets. Owns the table
 * {@code sample_region}.
 */
@NullMarked
package org.qibroker.sample;

import org.jspecify.annotations.NullMarked;
