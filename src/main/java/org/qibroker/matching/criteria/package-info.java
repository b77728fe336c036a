/** The criteria of an item and how one line is judged by each. Pure. */
@NullMarked
package org.qibroker.matching.criteria;

import org.jspecify.annotations.NullMarked;
