package org.qibroker.matching;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.Offer;

/**
 * What plans for one item compare a candidate by. A price or a finish that is not known comes after all that are.
 *
 * @param price in fen
 * @param day of finish, counted from 1970
 */
record Bid(Evaluation candidate, long price, long day) {
    private static final long UNKNOWN = Long.MAX_VALUE;

    private static Bid of(Evaluation candidate) {
        Offer offer = candidate.offer();
        return new Bid(
                candidate,
                offer.price() == null ? UNKNOWN : offer.price().amount(),
                offer.finish() == null ? UNKNOWN : offer.finish().toEpochDay());
    }

    /** In their order those whom none underbids in price and finish; of equals the one that leaves least open. */
    static List<Evaluation> unbeaten(List<Evaluation> candidates) {
        List<Bid> unbeaten = new ArrayList<>();
        for (Evaluation candidate : candidates) {
            Bid bid = of(candidate);
            if (!bid.beatenIn(unbeaten)) {
                unbeaten.removeIf(bid::noWorse);
                unbeaten.add(bid);
            }
        }
        return unbeaten.stream().map(Bid::candidate).toList();
    }

    private boolean beatenIn(List<Bid> unbeaten) {
        for (int i = 0; i < unbeaten.size(); i++) {
            if (unbeaten.get(i).beats(this)) {
                return true;
            }
        }
        return false;
    }

    private boolean beats(Bid other) {
        boolean same = price == other.price && day == other.day;
        return noWorse(other) && (!same || candidate.covered() || !other.candidate.covered());
    }

    private boolean noWorse(Bid other) {
        return price <= other.price && day <= other.day;
    }
}
