/**
 * Matching: who can prove that they meet a request, why, and what is missing (the rules are pure, {@link
 * org.qibroker.matching.MatchEngine}); submission of a demand with the match it was given; understanding of a sentence.
 * Owns the table demand_match.
 */
@NullMarked
package org.qibroker.matching;

import org.jspecify.annotations.NullMarked;
