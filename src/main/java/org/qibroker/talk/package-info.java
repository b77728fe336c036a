/**
 * What people of several organisations write each other about a thing they share, with files: a booking, a request for a
 * quote, a complaint. Owns the table {@code talk_message}.
 */
@NullMarked
package org.qibroker.talk;

import org.jspecify.annotations.NullMarked;
