/** What each user wants to be told of, how, and in which language. Owns the table {@code notify_preference}. */
@NullMarked
package org.qibroker.notify.preference;

import org.jspecify.annotations.NullMarked;
