/** What single facts look like in a sentence: one rule a fact, none knows of another. Pure. */
@NullMarked
package org.qibroker.matching.understanding.rules;

import org.jspecify.annotations.NullMarked;
