package org.qibroker.catalog;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.events.EventFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scopes of all providers in the memory of this node, kept up with every committed change. Safe to use from any
 * thread: readers take a view and keep it for as long as they need one state of affairs.
 */
public final class ScopeIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeIndex.class);

    private final ScopeReader reader;
    private final WordIndex words = new WordIndex();
    private final Set<UUID> waiting = new HashSet<>();
    private Future<Void> work = Future.succeededFuture();
    private volatile ScopeView view = ScopeView.EMPTY;

    /** An empty index; {@link #start} fills it. */
    public ScopeIndex(UnitRegistry units) {
        this.reader = new ScopeReader(units);
    }

    /** Follows the feed from now on and loads every provider; done when all are in. */
    public Future<Void> start(Vertx vertx, Database database, EventFeed feed) {
        feed.subscribe(Catalog.PROVIDER_EVENTS, event -> refresh(event.stream(), vertx, database));
        return database.read(ProviderRepository::ids)
                .compose(ids -> Future.all(
                        ids.stream().map(id -> refresh(id, vertx, database)).toList()))
                .mapEmpty();
    }

    /** The scopes as they are known now. */
    public ScopeView view() {
        return view;
    }

    /** Ids of the lines that have all the words, or, where none has, of those that have some; best first. */
    public List<UUID> find(String text) {
        return words.find(text);
    }

    /**
     * Reads the scope of one provider again, after what is being read already. A provider that waits is not queued
     * twice.
     */
    private synchronized Future<Void> refresh(UUID provider, Vertx vertx, Database database) {
        if (waiting.add(provider)) {
            work = work.transform(before -> load(provider, vertx, database));
        }
        return work;
    }

    private Future<Void> load(UUID provider, Vertx vertx, Database database) {
        synchronized (this) {
            waiting.remove(provider);
        }
        return database.read(client -> Future.all(
                        ProviderRepository.find(client, provider), CapabilityRepository.believed(client, provider)))
                .compose(found -> vertx.executeBlocking(() -> enter(found.resultAt(0), found.resultAt(1))))
                .<Void>mapEmpty()
                .onFailure(failure -> LOG.error("scope of provider {} could not be read again", provider, failure));
    }

    /** Runs for one provider at a time. A line whose site is not seen yet comes with the site's own event. */
    private Void enter(Optional<Provider> found, List<RecordedLine> recorded) {
        if (found.isPresent()) {
            Provider provider = found.get();
            List<Capability> lines = recorded.stream()
                    .filter(line -> provider.site(line.line().siteId()).isPresent())
                    .map(line -> line.read(reader))
                    .toList();
            words.replace(provider, lines);
            view = view.with(provider, lines);
        }
        return null;
    }
}
