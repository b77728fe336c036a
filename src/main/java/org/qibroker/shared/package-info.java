/** Values that every room speaks: who asks, what is refused, money, pages of lists, districts. JDK only; owns no table. */
@NullMarked
package org.qibroker.shared;

import org.jspecify.annotations.NullMarked;
