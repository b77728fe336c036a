package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.OpenLimit;
import org.qibroker.resource.AllocationRepository.Wanted;
import org.qibroker.resource.offer.SlotFaults;
import org.qibroker.resource.offer.SlotRules;
import org.qibroker.resource.place.Claim;
import org.qibroker.resource.place.Hold;
import org.qibroker.resource.place.HoldRequest;
import org.qibroker.resource.place.Taken;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * By whom the places of resources are taken. The exclusion constraint {@code allocation_no_overlap} is the only arbiter
 * of who gets a place, whatever door he comes through: a place of a slot, places of days, a place in the queue.
 *
 * <p>Refusals are BAD_INPUT at {@code /start} or {@code /end} if the resource offers no such time; CONFLICT
 * {@code allocation-no-overlap} if no place is left, {@code queue-full} if none is within the horizon, {@code hold-lost}
 * and {@code slot-lost} if a place was not confirmed in time, {@code changed-meanwhile} if the resource is not any more
 * what it was when it was looked at, {@code no-place-by-then} if no place is free in time; TOO_MANY {@code too-many-holds} if the organisation holds as many as it may.
 */
public final class Allocations {
    /** How long a hold lasts. */
    public static final Duration HOLD = Duration.ofMinutes(15);

    private static final int MOST_ATTEMPTS = 50;
    private static final String TAKEN = "allocation-no-overlap";
    private static final String TOO_LATE = "no-place-by-then";

    private final Platform platform;
    private final OpenLimit limit;

    /** The allocations in this database. */
    public Allocations(Platform platform) {
        this.platform = platform;
        this.limit = new OpenLimit(platform.settings().booking().openHolds(), "holds", HoldRepository::open);
    }

    /** Keeps places for fifteen minutes. */
    public Future<Hold> hold(HoldRequest request, Caller caller) {
        Instant now = platform.clock().instant();
        Instant expires = now.plus(HOLD);
        UUID holder = caller.organisation();
        UUID id = platform.ids().next();
        Slot slot = slot(request.start(), request.end());
        return platform.database()
                .read(client -> ResourceRepository.find(client, request.resourceId()))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("resource")))
                .map(resource ->
                        new Wanted(id, resource, slot, places(resource, request.piecesOrOne()), holder, null, expires))
                .compose(wanted -> platform.database().transaction(tx -> limit.keep(tx, holder, 1, now)
                        .compose(within -> take(tx, wanted))
                        .map(taken -> hold(wanted, taken, expires))));
    }

    private static int places(Resource resource, int pieces) {
        return resource.mode().wholeDays() ? pieces : 1;
    }

    private static Hold hold(Wanted wanted, Taken taken, Instant expires) {
        return new Hold(
                taken.id(),
                wanted.resource().id(),
                taken.slot().start(),
                taken.slot().end(),
                wanted.pieces(),
                expires);
    }

    /** A hold of the caller's that has not expired; fails with NOT_FOUND. */
    public Future<Hold> held(UUID holdId, Caller caller) {
        UUID holder = caller.organisation();
        Instant now = platform.clock().instant();
        return platform.database()
                .read(client -> HoldRepository.find(client, holdId, holder, now))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("hold")));
    }

    /** Gives held places of the caller's back; fails with NOT_FOUND. */
    public Future<Void> releaseHold(UUID holdId, Caller caller) {
        UUID holder = caller.organisation();
        return platform.database()
                .transaction(tx -> HoldRepository.release(tx, holdId, holder))
                .compose(found -> found ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound("hold")));
    }

    /** Takes places for a booking: of its slot, or, if it names none, in the queue. */
    public Future<Taken> allocate(SqlConnection tx, Claim claim) {
        UUID id = platform.ids().next();
        Resource resource = claim.resource();
        if (claim.slot() != null) {
            return take(tx, wanted(id, claim, claim.slot()));
        }
        Instant now = platform.clock().instant();
        Instant from = claim.expiresAt() == null ? now : claim.expiresAt();
        LocalDate today = now.atZone(resource.zone()).toLocalDate();
        List<Slot> days = SlotRules.bookable(resource, today, resource.lastDay(now), now, platform.calendar()).stream()
                .filter(day -> !day.start().isBefore(from))
                .toList();
        return days.isEmpty()
                ? lost("queue-full")
                : DayPlaces.take(tx, wanted(id, claim, days.get(0)), days, now, "queue-full");
    }

    /**
     * Takes the first places that are free for a booking, whatever the mode, so that its work is done by the end of a day
     * on the clocks there.
     */
    public Future<Taken> first(SqlConnection tx, Claim claim, LocalDate last) {
        Resource resource = claim.resource();
        Instant now = platform.clock().instant();
        LocalDate today = now.atZone(resource.zone()).toLocalDate();
        Instant end = resource.day(last).end();
        List<Slot> times = SlotRules.bookable(resource, today, last, now, platform.calendar()).stream()
                .filter(time -> !time.end().isAfter(end))
                .toList();
        if (times.isEmpty()) {
            return lost(TOO_LATE);
        }
        if (resource.mode().wholeDays()) {
            return DayPlaces.take(tx, wanted(platform.ids().next(), claim, times.get(0)), times, now, TOO_LATE);
        }
        Slot whole = new Slot(times.get(0).start(), times.get(times.size() - 1).end());
        return AllocationRepository.taken(tx, resource.id(), resource.taken(whole), now)
                .compose(taken -> firstOf(tx, claim, SlotRules.free(resource, times, taken)));
    }

    private Future<Taken> firstOf(SqlConnection tx, Claim claim, List<Slot> free) {
        return free.isEmpty()
                ? lost(TOO_LATE)
                : take(tx, wanted(platform.ids().next(), claim, free.get(0)))
                        .recover(failure -> failure instanceof Refusal refusal
                                        && refusal.code().equals(TAKEN)
                                ? firstOf(tx, claim, free.subList(1, free.size()))
                                : Future.failedFuture(failure));
    }

    /**
     * Whether a place is taken for a claim by its slot alone, so that it can be written without looking further; fails
     * with BAD_INPUT if the resource offers no such time.
     */
    public boolean oneSlot(Claim claim) {
        Slot slot = claim.slot();
        if (slot == null || claim.resource().mode() != ResourceMode.SLOT) {
            return false;
        }
        SlotFaults.of(claim.resource(), slot, platform.clock().instant(), platform.calendar())
                .ifPresent(fault -> {
                    throw Refusal.badInput(List.of(fault));
                });
        return true;
    }

    private static Wanted wanted(UUID id, Claim claim, Slot slot) {
        return new Wanted(
                id,
                claim.resource(),
                slot,
                places(claim.resource(), claim.pieces()),
                claim.organisationId(),
                claim.bookingId(),
                claim.expiresAt());
    }

    /**
     * Lets those who take several places of resources come one after another until the transaction ends, so that no two
     * of them wait for each other. Those who take one place each are not held up.
     */
    public Future<Void> takeTurns(SqlConnection tx, List<UUID> resources) {
        return AllocationRepository.lock(tx, resources);
    }

    /** Makes a hold on the slot, by the same organisation and for as many pieces, the booking's. */
    public Future<Taken> takeHold(SqlConnection tx, UUID holdId, Claim claim) {
        return HoldRepository.take(tx, holdId, claim, platform.clock().instant())
                .compose(held -> held.filter(hold -> fits(hold, claim))
                        .map(hold -> Future.succeededFuture(new Taken(holdId, new Slot(hold.start(), hold.end()))))
                        .orElseGet(() -> lost("hold-lost")));
    }

    private static boolean fits(Hold hold, Claim claim) {
        Slot slot = Objects.requireNonNull(claim.slot());
        boolean within = !hold.start().isBefore(slot.start()) && !hold.end().isAfter(slot.end());
        boolean whole = hold.start().equals(slot.start()) && hold.end().equals(slot.end());
        return hold.resourceId().equals(claim.resource().id())
                && hold.pieces() == places(claim.resource(), claim.pieces())
                && (claim.resource().mode().wholeDays() ? within : whole);
    }

    /**
     * Gives the places of a booking back and takes others at the same time for it, on another resource or another unit;
     * fails with BAD_INPUT at {@code /resourceId} if that resource is not open then or booked in another way.
     *
     * @param unit the only one that will do, absent if any does
     */
    public Future<Taken> reassign(SqlConnection tx, UUID allocationId, Claim claim, @Nullable Integer unit) {
        Slot slot = Objects.requireNonNull(claim.slot());
        Resource resource = claim.resource();
        Instant now = platform.clock().instant();
        Wanted wanted = wanted(platform.ids().next(), claim, slot);
        boolean mixed = resource.mode().wholeDays() && !slot.days(resource.zone());
        if (mixed || !SlotRules.open(resource, slot, platform.calendar())) {
            return Future.failedFuture(Refusal.badInput("/resourceId", "resource-not-open"));
        }
        Future<Void> free = release(tx, allocationId)
                .compose(done -> AllocationRepository.releaseExpired(tx, resource.id(), wanted.during(), now));
        if (resource.mode().wholeDays()) {
            return free.compose(done -> DayPlaces.take(tx, wanted, days(wanted), now, TAKEN));
        }
        return free.compose(done -> AllocationRepository.insert(tx, wanted, unit))
                .compose(placed -> placed ? Future.succeededFuture(new Taken(wanted.id(), slot)) : lost(TAKEN));
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

    private Future<Taken> take(SqlConnection tx, Wanted wanted) {
        Resource resource = wanted.resource();
        Instant now = platform.clock().instant();
        if (resource.mode() == ResourceMode.QUEUE) {
            return Future.failedFuture(Refusal.badInput("/start", "queue-has-no-slots"));
        }
        return SlotFaults.of(resource, wanted.slot(), now, platform.calendar())
                .map(fault -> Future.<Taken>failedFuture(Refusal.badInput(List.of(fault))))
                .orElseGet(() -> resource.mode().wholeDays()
                        ? DayPlaces.take(tx, wanted, days(wanted), now, TAKEN)
                        : place(tx, wanted, MOST_ATTEMPTS).map(done -> new Taken(wanted.id(), wanted.slot())));
    }

    private List<Slot> days(Wanted wanted) {
        Resource resource = wanted.resource();
        LocalDate first = wanted.slot().start().atZone(resource.zone()).toLocalDate();
        LocalDate last =
                wanted.slot().end().minusNanos(1).atZone(resource.zone()).toLocalDate();
        return SlotRules.slots(resource, first, last, platform.calendar());
    }

    private Future<Void> place(SqlConnection tx, Wanted wanted, int attempts) {
        return AllocationRepository.insert(tx, wanted, null)
                .compose(placed -> placed ? Future.succeededFuture() : placeElsewhere(tx, wanted, attempts));
    }

    private Future<Void> placeElsewhere(SqlConnection tx, Wanted wanted, int attempts) {
        Instant now = platform.clock().instant();
        UUID resource = wanted.resource().id();
        return AllocationRepository.releaseExpired(tx, resource, wanted.during(), now)
                .compose(released -> AllocationRepository.standing(tx, wanted))
                .compose(standing -> switch (standing) {
                    case FREE -> attempts > 0 ? place(tx, wanted, attempts - 1) : lost(TAKEN);
                    case FULL -> lost(TAKEN);
                    case CHANGED -> lost("changed-meanwhile");
                });
    }
}
