/**
 * The audit view: who did or saw what, searched in the event log, and what the nightly checks of the log have found. Owns
 * no table.
 *
 * <p>A feature of its own beside those whose events it reads: it knows accounts, to find persons and organisations by what
 * people call them, and nothing else, and nobody may know it.
 */
@NullMarked
package org.qibroker.audit;

import org.jspecify.annotations.NullMarked;
