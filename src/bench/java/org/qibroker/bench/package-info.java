/**
 * Benchmarks: each figure is a ratio of the broker to what the same machine does at best, both measured in one run in
 * alternating blocks.
 */
@NullMarked
package org.qibroker.bench;

import org.jspecify.annotations.NullMarked;
