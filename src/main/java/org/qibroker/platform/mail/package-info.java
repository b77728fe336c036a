/**
 * Mails: whoever has something to say puts a letter into the outbox, in the transaction of what it tells; a clock sends
 * it, at least once and under one Message-ID, so that whoever gets it twice can tell. Owns the table {@code letter}.
 */
@NullMarked
package org.qibroker.platform.mail;

import org.jspecify.annotations.NullMarked;
