/** What a match says: candidates with their proofs, near misses, relaxations, plans and gaps. Values only. */
@NullMarked
package org.qibroker.matching.answer;

import org.jspecify.annotations.NullMarked;
