/** The order of candidates, and the track record that is part of it. Owns the table provider_record. */
@NullMarked
package org.qibroker.matching.rank;

import org.jspecify.annotations.NullMarked;
