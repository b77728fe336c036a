/**
 * Unmet demand: every item that nobody could serve becomes a typed gap (测不准, 检不了, 少标准); coordinators may correct
 * the type, and both are kept. Owns the table gap.
 */
@NullMarked
package org.qibroker.gap;

import org.jspecify.annotations.NullMarked;
