/**
 * What persons may ask of the broker under the Personal Information Protection Law (PIPL): a copy of what is kept of them
 * (article 45), and the deletion of their account (article 47). Owns no table.
 *
 * <p>With the account go its name and address, how it signs in, its sessions, choices, calendars, invitations and letters
 * that wait. What stays is said before: the events of the log, under a pseudonym, because what organisations agreed must
 * stay provable; and what was written in bookings, quotes, ratings and complaints, which are the organisations' papers, and
 * which know their authors by pseudonym, too.
 */
@NullMarked
package org.qibroker.account.privacy;

import org.jspecify.annotations.NullMarked;
