/**
 * What is not over: bookings by where they stand, and what waits for coordinators. Each number and the list behind it are
 * read by the same condition. Owns no table.
 */
@NullMarked
package org.qibroker.insight.open;

import org.jspecify.annotations.NullMarked;
