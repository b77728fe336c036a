package org.qibroker.catalog.lines;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.lines.LineChange.Kind;
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
     * @return fails with FORBIDDEN unless the caller acts for the provider or operates the broker
     */
    public Future<ScopeOffer.Outcome> publish(SqlConnection tx, ScopeOffer offer, Caller caller) {
        return catalog.open(tx, offer.providerId(), caller)
                .compose(opened -> CapabilityRepository.believedFrom(tx, offer.providerId(), offer.effectiveFrom()))
                .map(believed -> ScopeChange.of(offer, believed, platform.ids()))
                .compose(change -> write(tx, offer, change).compose(written -> tell(tx, offer, change, caller)));
    }

    /** Ends lines on a day that hold beyond it, and says so in the event log; those that begin later never hold. */
    public Future<Void> end(
            SqlConnection tx, UUID provider, List<RecordedLine> lines, LocalDate lastDay, Caller caller) {
        LocalDate first = lastDay.plusDays(1);
        ScopeOffer nothing = new ScopeOffer(provider, null, ScopeOffer.Mode.REPLACE, first, List.of());
        Map<UUID, LineChange> ended = new LinkedHashMap<>();
        lines.forEach(line -> ended.putIfAbsent(
                line.id(),
                LineChange.ended(new LineChange.Known(line, line.validity().to()), first)));
        ScopeOffer.Outcome outcome = new ScopeOffer.Outcome(0, 0, 0, ended.size(), Map.of());
        return write(tx, nothing, new ScopeChange(List.copyOf(ended.values())))
                .compose(done -> tell(tx, nothing, outcome, caller));
    }

    private Future<Void> write(SqlConnection tx, ScopeOffer offer, ScopeChange change) {
        Instant now = platform.clock().instant();
        LineBatch said = new LineBatch(offer.providerId(), offer.importId(), now, change.stated());
        return CapabilityRepository.cut(tx, offer, change.of(Kind.CHANGED, Kind.ENDED), now)
                .compose(done -> insert(tx, said, 0));
    }

    private Future<Void> insert(SqlConnection tx, LineBatch batch, int from) {
        if (from >= batch.lines().size()) {
            return Future.succeededFuture();
        }
        int to = Math.min(from + BATCH, batch.lines().size());
        List<LineBatch.StatedLine> part = batch.lines().subList(from, to);
        return CapabilityRepository.insert(tx, new LineBatch(batch.provider(), batch.importId(), batch.now(), part))
                .compose(done -> insert(tx, batch, to));
    }

    private Future<ScopeOffer.Outcome> tell(SqlConnection tx, ScopeOffer offer, ScopeChange change, Caller caller) {
        ScopeOffer.Outcome outcome = new ScopeOffer.Outcome(
                change.count(Kind.ADDED),
                change.count(Kind.CHANGED),
                change.count(Kind.UNCHANGED),
                change.count(Kind.ENDED),
                change.ids());
        return tell(tx, offer, outcome, caller).map(outcome);
    }

    /** Says in the event log, once for all lines, that a scope changed; says nothing where nothing did. */
    public Future<Void> tell(SqlConnection tx, ScopeOffer offer, ScopeOffer.Outcome outcome, Caller caller) {
        if (outcome.added() + outcome.changed() + outcome.ended() == 0) {
            return Future.succeededFuture();
        }
        Map<String, Object> data = new HashMap<>();
        data.put("effectiveFrom", offer.effectiveFrom());
        data.put("added", outcome.added());
        data.put("changed", outcome.changed());
        data.put("unchanged", outcome.unchanged());
        data.put("ended", outcome.ended());
        if (offer.importId() != null) {
            data.put("importId", offer.importId());
        }
        return catalog.tell(tx, offer.providerId(), "scope-changed", caller, data);
    }
}
