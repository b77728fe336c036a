/** Pages of quotes: asking from a match, the inbox, a request with its answer form, offers and messages. */
@NullMarked
package org.qibroker.quote.pages;

import org.jspecify.annotations.NullMarked;
