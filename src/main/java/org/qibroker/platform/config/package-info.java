/** Settings: where they come from and what they must look like. Owns no table. */
@NullMarked
package org.qibroker.platform.config;

import org.jspecify.annotations.NullMarked;
