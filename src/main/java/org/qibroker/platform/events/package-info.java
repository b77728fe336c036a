/**
 * The append-only event log, its relay to the event bus, and projections that are built from it. Owns the tables
 * {@code event} and {@code projection}.
 */
@NullMarked
package org.qibroker.platform.events;

import org.jspecify.annotations.NullMarked;
