/**
 * Orders and their life, from the request to the accepted report: one state machine, its clocks, its reports. Owns the
 * tables {@code booking} and {@code booking_report} and the events of kind {@code booking}.
 */
@NullMarked
package org.qibroker.booking;

import org.jspecify.annotations.NullMarked;
