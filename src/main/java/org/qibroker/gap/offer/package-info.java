/** What there is against what is wished for: the best that the region offers, and who meets wishes by now. Owns no table. */
@NullMarked
package org.qibroker.gap.offer;

import org.jspecify.annotations.NullMarked;
