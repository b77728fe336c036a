package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking.Place;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Effect;
import org.qibroker.resource.Allocations;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;
import org.qibroker.resource.Slot;
import org.qibroker.resource.place.Claim;

/** Does to the places reserved what the rules decided. */
final class PlaceKeeper {
    private final Resources resources;
    private final Allocations allocations;

    PlaceKeeper(Resources resources, Allocations allocations) {
        this.resources = resources;
        this.allocations = allocations;
    }

    /** The booking with the decision done to it, and its places as it then has them. */
    Future<Booking> done(SqlConnection tx, Booking before, Done decision) {
        Future<Booking> after = Future.succeededFuture(before.moved(decision.next()));
        for (Effect effect : decision.effects()) {
            after = after.compose(booking -> done(tx, before, booking, effect));
        }
        return after;
    }

    private Future<Booking> done(SqlConnection tx, Booking before, Booking after, Effect effect) {
        Place place = before.place();
        if (place == null) {
            return Future.succeededFuture(after);
        }
        UUID kept = place.allocationId();
        Proposal proposed = before.progress().proposal();
        UUID other = proposed == null ? null : proposed.allocationId();
        return switch (effect) {
            case CONFIRM_PLACE -> allocations.confirm(tx, kept).map(after);
            case RELEASE_PLACE -> allocations.release(tx, kept).map(after);
            case RELEASE_PROPOSED -> release(tx, other).map(after);
            case HOLD_PROPOSED -> hold(tx, after, place);
            case SWAP_PLACE -> swap(tx, after, place, Objects.requireNonNull(proposed));
        };
    }

    private Future<Void> release(SqlConnection tx, @Nullable UUID allocation) {
        return allocation == null ? Future.succeededFuture() : allocations.release(tx, allocation);
    }

    private Future<Booking> hold(SqlConnection tx, Booking after, Place place) {
        Proposal proposal = Objects.requireNonNull(after.progress().proposal());
        Slot slot = Objects.requireNonNull(proposal.slot());
        return resources
                .get(place.resourceId())
                .compose(resource -> allocations.allocate(tx, claim(after, resource, slot, proposal)))
                .map(taken -> after.moved(after.progress().proposing(proposal.at(taken.id(), taken.slot()))));
    }

    /** Notice is for the provider to prepare; who proposes as the provider needs none. */
    private static Claim claim(Booking booking, Resource resource, Slot slot, Proposal proposal) {
        return new Claim(
                proposal.by() == Actor.PROVIDER ? resource.withoutNotice() : resource,
                slot,
                booking.order().pieces(),
                booking.parties().enterpriseId(),
                booking.id(),
                proposal.due());
    }

    private Future<Booking> swap(SqlConnection tx, Booking after, Place old, Proposal proposal) {
        UUID allocation = Objects.requireNonNull(proposal.allocationId());
        Slot slot = Objects.requireNonNull(proposal.slot());
        Place place = new Place(old.resourceId(), old.resource(), slot, old.zone(), allocation);
        return allocations
                .confirm(tx, allocation)
                .compose(done -> allocations.release(tx, old.allocationId()))
                .map(done -> after.at(place));
    }
}
