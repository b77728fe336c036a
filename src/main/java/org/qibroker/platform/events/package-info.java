/**
 * The append-only event log, its relay to the event bus, and projections that are built from it; who saw what, in the same
 * log; checks of its hashes. Owns the tables {@code event}, {@code actor}, {@code projection} and {@code log_check}.
 *
 * <p>Events hold ids and pseudonyms of persons, never names: a name is looked up in {@code actor} when it is shown, and
 * is gone from there when its account is deleted. Events written by versions before that hold the actor's name of their
 * time – and that an account was added, its name – under their hash; they stay as they are, since nothing in the log is rewritten, but no page and no answer shows
 * that name, and each check counts them. Nothing is ever pruned: the database refuses to change or delete an event,
 * however old.
 */
@NullMarked
package org.qibroker.platform.events;

import org.jspecify.annotations.NullMarked;
