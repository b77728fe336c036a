/**
 * Bookings in calendars: feeds of a person and of a resource at secret addresses, and invitations (RFC 5545, RFC 5546).
 * Owns the tables {@code agenda_entry}, read from the events of bookings, and {@code calendar_feed}.
 */
@NullMarked
package org.qibroker.notify.calendar;

import org.jspecify.annotations.NullMarked;
