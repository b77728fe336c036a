package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking.Place;
import org.qibroker.booking.BookingLog.Happened;
import org.qibroker.platform.Platform;
import org.qibroker.resource.Allocations;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;
import org.qibroker.resource.place.Claim;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * Lets a provider do the work of a booking on another resource of the same site, or another unit, at the same time. It is
 * no step of the state machine: the state stays, and so does what is due.
 */
public final class Reassigning {
    private static final Set<BookingState> WHILE =
            EnumSet.of(BookingState.REQUESTED, BookingState.ACCEPTED, BookingState.IN_PROGRESS, BookingState.ON_HOLD);

    private final Platform platform;
    private final Bookings bookings;
    private final Resources resources;
    private final Allocations allocations;
    private final BookingLog log;

    Reassigning(Platform platform, Bookings bookings, Resources resources, Allocations allocations) {
        this.platform = platform;
        this.bookings = bookings;
        this.resources = resources;
        this.allocations = allocations;
        this.log = new BookingLog(platform.events());
    }

    /** Whether the work of a booking can be reassigned now, if somewhere else is free. */
    public boolean possible(Booking booking) {
        return obstacle(booking).isEmpty();
    }

    /**
     * Reassigns the work of a booking seen at a version. Fails with STALE if it has changed since, NOT_FOUND if booking or
     * resource are not the caller's, FORBIDDEN if the caller is not its provider, CONFLICT if it is too late, a move is
     * proposed, or no unit is free; then everything stays as it was.
     */
    public Future<Booking> reassign(UUID id, long version, Reassignment wish, Caller caller) {
        Future<Resource> target = resources.own(wish.resourceId(), caller);
        return Future.all(bookings.get(id, caller), target)
                .compose(found -> platform.database().transaction(tx -> BookingRepository.lock(tx, id)
                        .map(Optional::orElseThrow)
                        .compose(before ->
                                reassign(tx, checked(before, version, caller), target.result(), wish, caller))));
    }

    private Booking checked(Booking booking, long version, Caller caller) {
        if (!caller.belongsTo(booking.parties().providerId())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (booking.version() != version) {
            throw Refusal.stale();
        }
        obstacle(booking).ifPresent(code -> {
            throw Refusal.conflict(code);
        });
        return booking;
    }

    private Optional<String> obstacle(Booking booking) {
        Place place = booking.place();
        if (place == null) {
            return Optional.of("no-slot-to-move");
        }
        if (!WHILE.contains(booking.state())
                || !place.slot().end().isAfter(platform.clock().instant())) {
            return Optional.of("reassign-too-late");
        }
        Proposal proposal = booking.progress().proposal();
        return proposal != null && proposal.allocationId() != null ? Optional.of("proposal-pending") : Optional.empty();
    }

    private Future<Booking> reassign(
            SqlConnection tx, Booking before, Resource target, Reassignment wish, Caller caller) {
        Place place = Objects.requireNonNull(before.place());
        if (!target.siteId().equals(before.parties().siteId())) {
            throw Refusal.badInput("/resourceId", "resource-other-site");
        }
        @Nullable
        Instant expires = before.state() == BookingState.REQUESTED
                ? before.progress().due().response()
                : null;
        Claim claim = new Claim(
                target, place.slot(), before.order().pieces(), before.parties().enterpriseId(), before.id(), expires);
        return allocations
                .reassign(tx, place.allocationId(), claim, wish.unit())
                .map(taken -> before.at(new Place(target.id(), target.name(), taken.slot(), place.zone(), taken.id()))
                        .nextVersion())
                .compose(after -> BookingRepository.update(tx, after)
                        .compose(updated -> log.append(
                                tx,
                                new Happened(before, after, "booking-reassigned", Actor.PROVIDER, wish.reason()),
                                caller))
                        .map(after));
    }
}
