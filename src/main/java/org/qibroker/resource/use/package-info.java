/** How much of what can be booked is used, and whose idle hours are open to others. Owns no table. */
@NullMarked
package org.qibroker.resource.use;

import org.jspecify.annotations.NullMarked;
