/**
 * The rules that judge lines, each a pure function of a line and of what is known around it: newest editions, standards
 * that were superseded, the best capabilities of national institutes.
 */
@NullMarked
package org.qibroker.catalog.lint.rules;

import org.jspecify.annotations.NullMarked;
