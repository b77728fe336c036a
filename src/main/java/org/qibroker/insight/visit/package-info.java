/** Tells the log of the days on which enterprises come, and of nothing else about them. Owns no table. */
@NullMarked
package org.qibroker.insight.visit;

import org.jspecify.annotations.NullMarked;
