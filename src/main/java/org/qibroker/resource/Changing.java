package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.platform.Platform;
import org.qibroker.resource.offer.ChangeRules;
import org.qibroker.resource.place.Occupied;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/**
 * Writes changes of resources, and refuses those that would break what is booked unless just that may stay as an
 * exception. The resource is locked meanwhile: who is taking a place of it comes before, and who comes after sees it as
 * it then is.
 */
final class Changing {
    private static final int MOST_TOLD = 50;
    private static final Duration AHEAD = Duration.ofDays(4 * 365);

    private final Platform platform;

    Changing(Platform platform) {
        this.platform = platform;
    }

    /** Ends a rehearsal, and carries what it has found. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Break> breaks;

        Rehearsed(List<Break> breaks) {
            super("rehearsed", null, false, false);
            this.breaks = breaks;
        }
    }

    /** What a change would break; nothing is changed. */
    Future<List<Break>> rehearse(Resource after) {
        return platform.database()
                .separately(
                        tx -> write(tx, after).compose(found -> Future.<List<Break>>failedFuture(new Rehearsed(found))))
                .recover(ended -> ended instanceof Rehearsed rehearsed
                        ? Future.succeededFuture(rehearsed.breaks)
                        : Future.failedFuture(ended));
    }

    /**
     * Changes a resource that is at the version before. Fails with STALE if it is not, with CONFLICT
     * {@code breaks-bookings} if something would break that is not to be kept.
     */
    Future<Void> change(SqlConnection tx, Resource after, Set<UUID> kept) {
        return write(tx, after).compose(breaks -> {
            List<Break> left = breaks.stream()
                    .filter(broken -> !broken.keepable() || !kept.contains(broken.id()))
                    .toList();
            return left.isEmpty()
                    ? OccupancyRepository.overdue(tx, after, after.overdueFrom())
                    : Future.failedFuture(refusal(left));
        });
    }

    private static Refusal refusal(List<Break> left) {
        return Refusal.conflict("breaks-bookings", left.size())
                .at(left.stream().limit(MOST_TOLD).map(Changing::fault).toList());
    }

    private static FieldFault fault(Break broken) {
        return FieldFault.of(
                broken.reason().pointer(),
                broken.keepable() ? "breaks-booking" : "breaks-booking-for-good",
                broken.start().toString(),
                broken.end().toString(),
                broken.id());
    }

    private Future<List<Break>> write(SqlConnection tx, Resource after) {
        Instant now = platform.clock().instant();
        Slot ahead = new Slot(now, now.plus(AHEAD));
        return ResourceRepository.lock(tx, after.id())
                .map(found -> found.filter(known -> known.providerId().equals(after.providerId()))
                        .orElseThrow(() -> Refusal.notFound("resource")))
                .compose(before -> ResourceRepository.update(tx, after)
                        .compose(updated -> updated ? Future.succeededFuture() : Future.failedFuture(Refusal.stale()))
                        .compose(done -> ResourceRepository.provideUnits(tx, after, platform.ids()))
                        .compose(done -> OccupancyRepository.overdue(tx, after, null))
                        .compose(done -> AllocationRepository.releaseExpired(tx, after.id(), ahead, now))
                        .compose(done -> OccupancyRepository.within(tx, after.id(), ahead, now))
                        .compose(taken -> homeless(tx, after, taken)
                                .map(nowhere ->
                                        ChangeRules.breaks(before, after, taken, nowhere, platform.calendar()))));
    }

    /** Moves what is on units beyond the capacity to others, and tells what no other is free for. */
    private static Future<List<UUID>> homeless(SqlConnection tx, Resource after, List<Occupied> taken) {
        Stream<UUID> displaced =
                taken.stream().filter(place -> place.unit() > after.capacity()).map(Occupied::id);
        Future<List<UUID>> left = Future.succeededFuture(new ArrayList<>());
        for (UUID place : displaced.toList()) {
            left = left.compose(nowhere -> OccupancyRepository.move(tx, place).map(moved -> {
                if (!moved) {
                    nowhere.add(place);
                }
                return nowhere;
            }));
        }
        return left;
    }
}
