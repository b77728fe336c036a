package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.resource.AllocationRepository.Wanted;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * By whom the places of resources are taken. The exclusion constraint {@code allocation_no_overlap} is the only arbiter
 * of who gets a place, whatever door he comes through.
 *
 * <p>Refusals are CONFLICT: {@code allocation-no-overlap} if no place is left, {@code slot-not-offered} if the resource
 * offers no such time or it is past, {@code hold-lost} and {@code slot-lost} if a place was not confirmed in time.
 */
public final class Allocations {
    /** How long a hold lasts. */
    public static final Duration HOLD = Duration.ofMinutes(15);

    private static final int MOST_ATTEMPTS = 50;

    private final Platform platform;

    /** The allocations in this database. */
    public Allocations(Platform platform) {
        this.platform = platform;
    }

    /** Keeps a place for fifteen minutes. */
    public Future<Hold> hold(HoldRequest request, Caller caller) {
        Instant expires = platform.clock().instant().plus(HOLD);
        UUID holder = caller.organisation();
        UUID id = platform.ids().next();
        Slot slot = slot(request.start(), request.end());
        return platform.database()
                .read(client -> ResourceRepository.find(client, request.resourceId()))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("resource")))
                .map(resource -> wanted(id, resource, slot, holder, expires))
                .compose(wanted -> platform.database().transaction(tx -> place(tx, wanted, MOST_ATTEMPTS)))
                .map(done -> new Hold(id, request.resourceId(), slot.start(), slot.end(), expires));
    }

    /** A hold of the caller's that has not expired; fails with NOT_FOUND. */
    public Future<Hold> held(UUID holdId, Caller caller) {
        UUID holder = caller.organisation();
        Instant now = platform.clock().instant();
        return platform.database()
                .read(client -> AllocationRepository.hold(client, holdId, holder, now))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("hold")));
    }

    /** Gives a held place of the caller's back; fails with NOT_FOUND. */
    public Future<Void> releaseHold(UUID holdId, Caller caller) {
        UUID holder = caller.organisation();
        return platform.database()
                .transaction(tx -> AllocationRepository.releaseHold(tx, holdId, holder))
                .compose(found -> found ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound("hold")));
    }

    /** Takes a place for a booking; the id is the allocation's. */
    public Future<UUID> allocate(SqlConnection tx, Claim claim) {
        UUID id = platform.ids().next();
        Wanted free = wanted(id, claim.resource(), claim.slot(), claim.organisationId(), claim.expiresAt());
        return place(tx, free.forBooking(claim.bookingId()), MOST_ATTEMPTS).map(done -> id);
    }

    /**
     * Lets those who take several places of resources come one after another until the transaction ends, so that no two
     * of them wait for each other. Those who take one place each are not held up.
     */
    public Future<Void> takeTurns(SqlConnection tx, List<UUID> resources) {
        return AllocationRepository.lock(tx, resources);
    }

    /** Makes a hold on the slot, by the same organisation, the booking's; the id is the allocation's. */
    public Future<UUID> takeHold(SqlConnection tx, UUID holdId, Claim claim) {
        return AllocationRepository.take(tx, holdId, claim, platform.clock().instant())
                .compose(taken -> taken ? Future.succeededFuture(holdId) : lost("hold-lost"));
    }

    /** Keeps a place for good. */
    public Future<Void> confirm(SqlConnection tx, UUID allocationId) {
        return AllocationRepository.confirm(tx, allocationId, platform.clock().instant())
                .compose(kept -> kept ? Future.succeededFuture() : lost("slot-lost"));
    }

    /** Gives a place back; nothing happens if it was lost already. */
    public Future<Void> release(SqlConnection tx, UUID allocationId) {
        return AllocationRepository.release(tx, allocationId);
    }

    private static <T> Future<T> lost(String code) {
        return Future.failedFuture(Refusal.conflict(code));
    }

    private static Slot slot(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw Refusal.badInput("/end", "end-before-start");
        }
        return new Slot(start, end);
    }

    private Wanted wanted(UUID id, Resource resource, Slot slot, UUID organisation, @Nullable Instant expires) {
        boolean past = !slot.start().isAfter(platform.clock().instant());
        if (past || !SlotRules.offers(resource, slot, platform.calendar())) {
            throw Refusal.conflict("slot-not-offered");
        }
        return new Wanted(id, resource.id(), slot, resource.taken(slot), organisation, null, expires);
    }

    private Future<Void> place(SqlConnection tx, Wanted wanted, int attempts) {
        return AllocationRepository.insert(tx, wanted)
                .compose(placed -> placed ? Future.succeededFuture() : placeElsewhere(tx, wanted, attempts));
    }

    private Future<Void> placeElsewhere(SqlConnection tx, Wanted wanted, int attempts) {
        Instant now = platform.clock().instant();
        return AllocationRepository.releaseExpired(tx, wanted.resourceId(), wanted.during(), now)
                .compose(released -> AllocationRepository.anyFree(tx, wanted.resourceId(), wanted.during()))
                .compose(
                        free -> free && attempts > 0 ? place(tx, wanted, attempts - 1) : lost("allocation-no-overlap"));
    }
}
