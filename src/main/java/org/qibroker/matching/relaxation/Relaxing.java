package org.qibroker.matching.relaxation;

import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.Wishes;
import org.qibroker.matching.MatchRequest;
import org.qibroker.shared.Refusal;

/** Takes relaxations over into a demand. */
public final class Relaxing {
    private Relaxing() {}

    /**
     * The demand rewritten with changes to what it asks, all else as it was.
     *
     * @throws Refusal BAD_INPUT if the changes do not fit it
     */
    public static DemandDraft draft(Demand demand, Changes changes) {
        MatchRequest relaxed =
                changes.applied(MatchRequest.of(demand)).orElseThrow(() -> Refusal.badInput("/relax", "malformed"));
        Wishes wishes = demand.wishes();
        return new DemandDraft(
                demand.title(),
                demand.contact(),
                relaxed.district(),
                relaxed.neededBy(),
                relaxed.budget(),
                wishes.preset(),
                wishes.programmes(),
                wishes.scenarios(),
                demand.agreement(),
                relaxed.items());
    }
}
