package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.gap.GapChanges.Done;
import org.qibroker.gap.GapChanges.Seen;
import org.qibroker.gap.offer.Offers;
import org.qibroker.gap.wish.Wish;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;

/**
 * How gaps end: a coordinator names the capability that meets one. It is open again when that capability ends, when a
 * coordinator says so, and as soon as somebody wishes it once more.
 */
public final class Closing {
    private final Platform platform;
    private final GapChanges changes;
    private final Offers offers;

    Closing(Platform platform, GapChanges changes, Offers offers) {
        this.platform = platform;
        this.changes = changes;
        this.offers = offers;
    }

    /**
     * Closes an open gap seen at a version with a capability that holds today. Fails NOT_FOUND or STALE, CONFLICT if it is
     * not open, BAD_INPUT if no such capability holds.
     */
    public Future<Gap> close(UUID id, long version, UUID capability, @Nullable String note, Caller caller) {
        Optional<Capability> line = offers.holding(capability);
        return line.isEmpty()
                ? Future.failedFuture(Refusal.badInput("/capabilityId", "gap-capability-unknown", capability))
                : changes.change(
                        id,
                        version,
                        caller,
                        (tx, seen) -> close(tx, seen, closure(seen, line.orElseThrow(), note, caller)));
    }

    private Closure closure(Seen seen, Capability by, @Nullable String note, Caller caller) {
        return new Closure(
                changes.newId(),
                seen.gap().id(),
                by.id(),
                by.providerId(),
                note,
                Pseudonym.of(caller),
                changes.now(),
                null,
                null);
    }

    private Future<@Nullable Done> close(SqlConnection tx, Seen seen, Closure closure) {
        if (seen.gap().state() != GapState.OPEN) {
            throw Refusal.conflict("gap-not-open");
        }
        return ClosureRepository.end(tx, seen.wishIds(), ClosureEnd.CLOSED_ANEW, closure.at())
                .compose(ended -> ClosureRepository.insert(tx, closure))
                .compose(closed -> ClosureRepository.forget(tx, seen.gap().id()))
                .map(done -> new Done(
                        "gap-closed",
                        Map.of("capabilityId", closure.capabilityId(), "providerId", closure.providerId()),
                        wishing(seen.wishes())));
    }

    /** Opens a closed gap seen at a version again. Fails NOT_FOUND or STALE, CONFLICT if it is not closed. */
    public Future<Gap> reopen(UUID id, long version, String reason, Caller caller) {
        return changes.change(id, version, caller, (tx, seen) -> {
            if (seen.gap().state() != GapState.CLOSED) {
                throw Refusal.conflict("gap-not-closed");
            }
            return reopen(tx, seen, ClosureEnd.COORDINATOR, reason);
        });
    }

    private Future<@Nullable Done> reopen(SqlConnection tx, Seen seen, ClosureEnd why, String reason) {
        return ClosureRepository.end(tx, seen.wishIds(), why, changes.now())
                .map(ended -> ended
                        ? new Done("gap-reopened", Map.of("why", why, "reason", reason), wishing(seen.wishes()))
                        : null);
    }

    /** Opens what a capability closed that has ended; nothing happens if another node has done so. */
    Future<Gap> ended(Closure closure) {
        return changes.change(
                closure.wishId(), null, Caller.SYSTEM, (tx, seen) -> reopen(tx, seen, ClosureEnd.CAPABILITY_ENDED, ""));
    }

    /** How a gap was closed last, if it ever was. */
    public Future<Optional<Closure>> last(Gap gap) {
        return platform.database().read(client -> ClosureRepository.last(client, gap.id()));
    }

    /** Those of the gaps that somebody meets wholly by now. */
    public Future<Set<UUID>> proposed(Collection<GapView> views) {
        List<UUID> ids = views.stream().map(view -> view.gap().id()).toList();
        return platform.database().read(client -> ClosureRepository.proposed(client, ids));
    }

    /** The enterprises that wish. */
    static Set<UUID> wishing(Collection<Wish> wishes) {
        return wishes.stream().filter(Wish::live).map(Wish::enterpriseId).collect(Collectors.toSet());
    }
}
