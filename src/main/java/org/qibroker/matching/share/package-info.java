/**
 * Matches shared by link. Only the enterprise that asks makes and revokes links; whoever holds one reads the match as it
 * stood, for at most 90 days. The table keeps a copy in which neither enterprise, contact, title nor budget is. Owns the
 * table match_share.
 */
@NullMarked
package org.qibroker.matching.share;

import org.jspecify.annotations.NullMarked;
