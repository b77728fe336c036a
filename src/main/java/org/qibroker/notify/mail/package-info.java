/**
 * Notices by mail: says to each reader who wants it what an event of the log means, in the reader's language, and lets
 * readers stop it by one click. Owns no table.
 */
@NullMarked
package org.qibroker.notify.mail;

import org.jspecify.annotations.NullMarked;
