/** Search over the lines of all scopes: by words, and by what they can measure, over which range and how well. */
@NullMarked
package org.qibroker.catalog.search;

import org.jspecify.annotations.NullMarked;
