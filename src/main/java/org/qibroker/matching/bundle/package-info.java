/**
 * Plans for a whole request: which provider takes which item, so that few providers are needed, little is paid, or all
 * is finished early. Pure; knows nothing of what the items are. Owns no tables.
 */
@NullMarked
package org.qibroker.matching.bundle;

import org.jspecify.annotations.NullMarked;
