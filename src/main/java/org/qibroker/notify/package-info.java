/**
 * Notices: what an organisation should know of, read from the events of other rooms. Nobody looks into this room. Owns
 * the tables {@code notice} and {@code notice_seen}.
 */
@NullMarked
package org.qibroker.notify;

import org.jspecify.annotations.NullMarked;
