/** Working days. Owns no table. */
@NullMarked
package org.qibroker.platform.time;

import org.jspecify.annotations.NullMarked;
