/**
 * Makes regions of any size for trying and measuring: made-up providers with skewed scopes, the same for the same seed.
 * Owns the table {@code generated_region}.
 */
@NullMarked
package org.qibroker.sample.generated;

import org.jspecify.annotations.NullMarked;
