package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.resource.AllocationRepository.Wanted;
import org.qibroker.resource.offer.DayRules;
import org.qibroker.resource.offer.DayShare;
import org.qibroker.resource.place.Taken;
import org.qibroker.shared.Refusal;

/**
 * Takes places of whole days. Those who do so at one resource come one after another, so that none of them gets half of
 * what it wants while another has the rest; who gets a place is decided by the constraint all the same.
 */
final class DayPlaces {
    private static final int DAYS_AT_ONCE = 31;

    private DayPlaces() {}

    /**
     * Takes as many places as there are pieces, the earliest of these days first; fails with CONFLICT and the code if the
     * days have not so many.
     */
    static Future<Taken> take(SqlConnection tx, Wanted wanted, List<Slot> days, Instant now, String full) {
        if (days.isEmpty()) {
            return Future.failedFuture(Refusal.conflict(full));
        }
        Slot whole = new Slot(days.get(0).start(), days.get(days.size() - 1).end());
        return AllocationRepository.lock(tx, List.of(wanted.resource().id()))
                .compose(locked -> AllocationRepository.releaseExpired(
                        tx, wanted.resource().id(), whole, now))
                .compose(released -> shares(tx, wanted, days, List.of(), now))
                .compose(shares -> DayRules.pieces(shares) == wanted.pieces()
                        ? insert(tx, wanted, shares)
                        : Future.failedFuture(Refusal.conflict(full)));
    }

    private static Future<List<DayShare>> shares(
            SqlConnection tx, Wanted wanted, List<Slot> days, List<DayShare> found, Instant now) {
        int missing = wanted.pieces() - DayRules.pieces(found);
        if (missing == 0 || days.isEmpty()) {
            return Future.succeededFuture(found);
        }
        List<Slot> next = days.subList(0, Math.min(days.size(), DAYS_AT_ONCE));
        List<Slot> later = days.subList(next.size(), days.size());
        return DayRepository.free(tx, wanted.resource().id(), next, now).compose(free -> {
            List<DayShare> all = new ArrayList<>(found);
            all.addAll(DayRules.spread(next, free, missing));
            return shares(tx, wanted, later, all, now);
        });
    }

    private static Future<Taken> insert(SqlConnection tx, Wanted wanted, List<DayShare> shares) {
        Slot slot = new Slot(
                shares.get(0).day().start(), shares.get(shares.size() - 1).day().end());
        return DayRepository.insert(tx, wanted, shares)
                .compose(count -> count == wanted.pieces()
                        ? Future.succeededFuture(new Taken(wanted.id(), slot))
                        : Future.failedFuture(Refusal.conflict("changed-meanwhile")));
    }
}
