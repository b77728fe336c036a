/**
 * Doubtful lines: pure rules that say of a scope what cannot be right or will not match, where, what would be right, and
 * how to mend it; and the quality of a scope that follows from them. Owns no table: what is found follows from the
 * scope, the provider's accreditations, what the catalog knows of editions, and the day.
 */
@NullMarked
package org.qibroker.catalog.lint;

import org.jspecify.annotations.NullMarked;
