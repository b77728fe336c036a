/**
 * Matching: who can prove that they meet a request, why, and what is missing (the rules are pure, {@link
 * org.qibroker.matching.MatchEngine}); submission of a demand with the match it was given; understanding of a sentence;
 * the track record of providers. Owns the tables demand_match and provider_record.
 */
@NullMarked
package org.qibroker.matching;

import org.jspecify.annotations.NullMarked;
