/** What the two sides of a request say to each other, with files. */
@NullMarked
package org.qibroker.quote.talk;

import org.jspecify.annotations.NullMarked;
