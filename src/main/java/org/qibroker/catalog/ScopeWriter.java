package org.qibroker.catalog;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;

/** Puts the lines that a provider states in place of what was believed. */
public final class ScopeWriter {
    private static final int BATCH = 1000;

    private final Platform platform;
    private final Catalog catalog;

    /** Writes the scopes of a catalog. */
    public ScopeWriter(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    /**
     * States the lines, all or none, and says so in the event log.
     *
     * @param tx the transaction it is part of
     * @param progress told now and then how many lines have been written
     * @return fails with FORBIDDEN unless the caller acts for the provider or operates the broker
     */
    public Future<ScopeOffer.Outcome> publish(SqlConnection tx, ScopeOffer offer, Caller caller, IntConsumer progress) {
        return catalog.open(tx, offer.providerId(), caller)
                .compose(opened -> CapabilityRepository.believedFrom(tx, offer.providerId(), offer.effectiveFrom()))
                .map(believed -> ScopeChange.of(offer, believed, platform.ids()))
                .compose(change ->
                        write(tx, offer, change, progress).compose(written -> tell(tx, offer, change, caller)));
    }

    private Future<Void> write(SqlConnection tx, ScopeOffer offer, ScopeChange change, IntConsumer progress) {
        Instant now = platform.clock().instant();
        LineBatch restated = new LineBatch(offer.providerId(), offer.importId(), now, change.restated());
        LineBatch added = new LineBatch(offer.providerId(), offer.importId(), now, change.added());
        return CapabilityRepository.disbelieve(tx, change.disbelieved(), now)
                .compose(done -> insert(tx, restated, 0, lines -> {}))
                .compose(done -> insert(tx, added, 0, progress));
    }

    private Future<Void> insert(SqlConnection tx, LineBatch batch, int from, IntConsumer progress) {
        if (from >= batch.lines().size()) {
            return Future.succeededFuture();
        }
        int to = Math.min(from + BATCH, batch.lines().size());
        List<LineBatch.StatedLine> part = batch.lines().subList(from, to);
        return CapabilityRepository.insert(tx, new LineBatch(batch.provider(), batch.importId(), batch.now(), part))
                .onSuccess(done -> progress.accept(to))
                .compose(done -> insert(tx, batch, to, progress));
    }

    private Future<ScopeOffer.Outcome> tell(SqlConnection tx, ScopeOffer offer, ScopeChange change, Caller caller) {
        int added = change.added().size();
        ScopeOffer.Outcome outcome = new ScopeOffer.Outcome(added, change.kept(), change.ended(), change.ids());
        if (added + change.ended() == 0) {
            return Future.succeededFuture(outcome);
        }
        Map<String, Object> data = Map.of("added", added, "kept", change.kept(), "ended", change.ended());
        return catalog.tell(tx, offer.providerId(), "scope-changed", caller, data)
                .map(outcome);
    }
}
