/**
 * Items that nobody could serve and that their enterprises wait for: as soon as a scope appears that meets one, its
 * enterprise is told. Owns the table {@code watch}; events of kind {@code watch}, whose stream is the item.
 */
@NullMarked
package org.qibroker.matching.watch;

import org.jspecify.annotations.NullMarked;
