/**
 * Designations of standards, their editions, and which adoptions are identical. JDK only; pure and immutable; owns no
 * table.
 */
@NullMarked
package org.qibroker.standards;

import org.jspecify.annotations.NullMarked;
