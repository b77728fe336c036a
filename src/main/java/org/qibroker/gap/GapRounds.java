package org.qibroker.gap;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.gap.GapChanges.Done;
import org.qibroker.gap.offer.Offers;
import org.qibroker.gap.offer.Proposal;
import org.qibroker.gap.wish.WishBook;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;

/**
 * What becomes of gaps when scopes change or a day begins: those that one provider meets wholly by now are proposed to be
 * closed, those whose capability has ended are open again. Any number of nodes may do it; each thing happens once.
 */
final class GapRounds {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 50;

    private final Platform platform;
    private final GapChanges changes;
    private final Closing closing;
    private final Offers offers;

    GapRounds(Platform platform, GapChanges changes, Closing closing, Offers offers) {
        this.platform = platform;
        this.changes = changes;
        this.closing = closing;
        this.offers = offers;
    }

    Future<Void> round() {
        return closures(FIRST).compose(done -> openGaps(FIRST));
    }

    private Future<Void> closures(UUID after) {
        return platform.database()
                .read(client -> ClosureRepository.open(client, after, BATCH))
                .compose(batch -> each(batch, this::check)
                        .compose(done -> batch.size() < BATCH
                                ? Future.succeededFuture()
                                : closures(batch.get(BATCH - 1).id())));
    }

    private Future<Void> check(Closure closure) {
        return offers.holding(closure.capabilityId()).isPresent()
                ? Future.succeededFuture()
                : closing.ended(closure).mapEmpty();
    }

    private Future<Void> openGaps(UUID after) {
        return platform.database()
                .read(client -> ClosureRepository.openGaps(client, after, BATCH))
                .compose(batch -> each(batch, this::match)
                        .compose(done ->
                                batch.size() < BATCH ? Future.succeededFuture() : openGaps(batch.get(BATCH - 1))));
    }

    private Future<Void> match(UUID gap) {
        return platform.database()
                .read(client -> WishBook.ofGaps(client, List.of(gap)))
                .compose(wishes -> offers.proposals(wishes.getOrDefault(gap, List.of())))
                .compose(found -> found.stream()
                        .filter(Proposal::whole)
                        .findFirst()
                        .map(proposal -> propose(gap, proposal))
                        .orElseGet(() -> platform.database().read(client -> ClosureRepository.forget(client, gap))));
    }

    private Future<Void> propose(UUID gap, Proposal proposal) {
        return platform.database()
                .read(client -> ClosureRepository.proposed(client, List.of(gap)))
                .compose(known -> known.contains(gap) ? Future.succeededFuture() : tell(gap, proposal));
    }

    private Future<Void> tell(UUID gap, Proposal proposal) {
        Map<String, Object> data = Map.of(
                "capabilityId", proposal.capabilityId(),
                "providerId", proposal.providerId(),
                "providerName", proposal.providerName());
        return changes.change(gap, null, Caller.SYSTEM, (tx, seen) -> ClosureRepository.propose(
                                tx, seen.gap(), proposal, changes.now())
                        .map(first -> first ? new Done("gap-proposed", data, Set.of()) : null))
                .mapEmpty();
    }

    private static <T> Future<Void> each(List<T> all, Function<T, Future<Void>> work) {
        Future<Void> done = Future.succeededFuture();
        for (T one : all) {
            done = done.compose(before -> work.apply(one));
        }
        return done;
    }
}
