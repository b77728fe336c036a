package org.qibroker.demand;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.qibroker.shared.Refusal;

/** The life of a demand. */
public final class DemandRules {
    private static final Set<DemandState> CANCELLABLE =
            EnumSet.of(DemandState.DRAFT, DemandState.SUBMITTED, DemandState.QUOTING);
    private static final Set<DemandState> CLOSABLE =
            EnumSet.of(DemandState.SUBMITTED, DemandState.QUOTING, DemandState.PARTLY_BOOKED, DemandState.BOOKED);

    private DemandRules() {}

    /**
     * Refuses a change of something that has changed since it was seen, or that is no draft any more.
     *
     * @throws Refusal STALE or CONFLICT
     */
    public static void draftSeenAt(Demand demand, long version) {
        seenAt(demand, version);
        if (demand.state() != DemandState.DRAFT) {
            throw Refusal.conflict("demand-not-draft");
        }
    }

    private static void seenAt(Demand demand, long version) {
        if (demand.version() != version) {
            throw Refusal.stale();
        }
    }

    /**
     * What a demand becomes when its enterprise ends it.
     *
     * @param bookings states of the bookings of its items
     * @throws Refusal STALE, or CONFLICT if it cannot be ended so from its state
     */
    static DemandState ended(Demand demand, long version, DemandAction action, List<ItemProgress> bookings) {
        seenAt(demand, version);
        boolean cancel = action == DemandAction.CANCEL;
        if (!(cancel ? CANCELLABLE : CLOSABLE).contains(demand.state())) {
            throw Refusal.conflict("demand-action");
        }
        if (cancel && bookings.stream().anyMatch(progress -> progress != ItemProgress.OPEN)) {
            throw Refusal.conflict("demand-booked");
        }
        return cancel ? DemandState.CANCELLED : DemandState.CLOSED;
    }

    /**
     * Where a demand stands by its quotes and bookings.
     *
     * @param state where it stood
     * @param items how far each of its items is
     * @param quoting whether an answer to a request for a quote may still come or be taken
     */
    static DemandState following(DemandState state, List<ItemProgress> items, boolean quoting) {
        if (state == DemandState.DRAFT || state == DemandState.CANCELLED || state == DemandState.CLOSED) {
            return state;
        }
        if (items.stream().allMatch(item -> item == ItemProgress.DONE)) {
            return DemandState.FULFILLED;
        }
        if (items.stream().noneMatch(item -> item == ItemProgress.OPEN)) {
            return DemandState.BOOKED;
        }
        boolean untouched = items.stream().allMatch(item -> item == ItemProgress.OPEN);
        if (!untouched) {
            return DemandState.PARTLY_BOOKED;
        }
        return quoting ? DemandState.QUOTING : DemandState.SUBMITTED;
    }
}
