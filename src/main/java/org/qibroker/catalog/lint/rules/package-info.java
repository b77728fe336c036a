/**
 * The rules that judge lines: most are pure functions of one line and of what is known around it – newest editions,
 * standards that were superseded, the best capabilities of national institutes – and {@code GroupRules} see lines together.
 */
@NullMarked
package org.qibroker.catalog.lint.rules;

import org.jspecify.annotations.NullMarked;
