/** What features are built on, handed to each of them as one value. Owns no table. */
@NullMarked
package org.qibroker.platform;

import org.jspecify.annotations.NullMarked;
