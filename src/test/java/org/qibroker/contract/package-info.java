/** Holds every exchange of the tests against {@code openapi/broker.yaml}. Owns no table. */
@NullMarked
package org.qibroker.contract;

import org.jspecify.annotations.NullMarked;
