/**
 * What enterprises wish for that nobody can do – unmet items of demands, and each "me too" – and which of these wishes are
 * one gap. Owns the table {@code wish} and, as what follows from it, {@code gap}.
 */
@NullMarked
package org.qibroker.gap.wish;

import org.jspecify.annotations.NullMarked;
