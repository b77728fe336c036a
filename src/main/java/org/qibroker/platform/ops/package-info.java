/** What the operator's machines ask: liveness, readiness, metrics, on a port of their own. Owns no table. */
@NullMarked
package org.qibroker.platform.ops;

import org.jspecify.annotations.NullMarked;
