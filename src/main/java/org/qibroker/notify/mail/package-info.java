/**
 * Notices by mail: each event and reader is a row of an outbox, written by a projection of the log and sent by a clock, at
 * least once and under one Message-ID, so that whoever gets it twice can tell. Owns the table {@code mail}.
 */
@NullMarked
package org.qibroker.notify.mail;

import org.jspecify.annotations.NullMarked;
