/** What an item of a request asks for, as said: ranges, values, points, conditions and tolerances. Owns no table. */
@NullMarked
package org.qibroker.demand.asked;

import org.jspecify.annotations.NullMarked;
