package org.qibroker.gap;

import java.util.List;
import java.util.Optional;
import org.qibroker.gap.offer.BestOffer;
import org.qibroker.gap.offer.Proposal;

/**
 * What there is against what is wished.
 *
 * @param best the best that the region offers
 * @param proposals who meets wishes of an open gap by now, the most first; for coordinators
 * @param closure how it was closed last
 */
public record Supply(BestOffer best, List<Proposal> proposals, Optional<Closure> closure) {
    /** Whether somebody meets all wishes by now. */
    public boolean closable() {
        return proposals.stream().anyMatch(Proposal::whole);
    }

    /** Why the closure of last time does not hold any more; empty if it holds, or there was none. */
    public Optional<ClosureEnd> ended() {
        return closure.flatMap(last -> Optional.ofNullable(last.endedReason()));
    }
}
