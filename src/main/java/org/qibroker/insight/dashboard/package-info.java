/** The coordinator's dashboard, the lists behind its numbers, and the definitions. Owns no table. */
@NullMarked
package org.qibroker.insight.dashboard;

import org.jspecify.annotations.NullMarked;
