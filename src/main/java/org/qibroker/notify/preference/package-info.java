/**
 * What each user wants to be told of, how, and in which language. Owns the tables {@code notify_preference} and {@code
 * notify_language}.
 */
@NullMarked
package org.qibroker.notify.preference;

import org.jspecify.annotations.NullMarked;
