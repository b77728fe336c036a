/** Journeys of people through the pages, in a real browser. Owns no table. */
@NullMarked
package org.qibroker.e2e;

import org.jspecify.annotations.NullMarked;
