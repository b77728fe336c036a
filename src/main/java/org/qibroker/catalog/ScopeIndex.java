package org.qibroker.catalog;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.follow.ScopeFollower;
import org.qibroker.catalog.providers.ProviderProfiles;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.events.EventFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scopes of all providers in the memory of this node, kept up with every committed change and compared with the
 * database now and then. Safe to use from any thread: readers take a view and keep it for as long as they need one state
 * of affairs; nothing ever blocks them.
 */
public final class ScopeIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeIndex.class);
    private static final long PAUSE_MS = 50;
    private static final long TRY_AGAIN_MS = 1_000;
    private static final long COMPARE_EVERY_MS = 10_000;
    private static final int COMPARED_AT_ONCE = 50;
    private static final long SAVE_FIRST_MS = 5_000;
    private static final long SAVE_EVERY_MS = 300_000;

    private final ScopeReader reader;
    private final Terminology terms;
    private final Set<UUID> waiting = new HashSet<>();
    private final Set<UUID> suspected = new HashSet<>();
    private @Nullable ScopeFollower follower;
    private long waitingSince;
    private boolean busy = true;
    private volatile ScopeView view = ScopeView.EMPTY;
    private volatile long behindSince;
    private volatile boolean loaded;
    private UUID comparedUpTo = new UUID(0, 0);

    /** An empty index; {@link #start} fills it. */
    public ScopeIndex(UnitRegistry units, Terminology terms) {
        this.reader = new ScopeReader(units);
        this.terms = terms;
    }

    /** Follows the feed from now on and reads every scope from the database; done when all are in. */
    public Future<Void> start(Vertx vertx, Database database, EventFeed feed) {
        return start(vertx, database, feed, null);
    }

    /**
     * Follows the feed from now on and reads every scope; done when all are in.
     *
     * @param folder where this node keeps what it knows, to read less at the next start; {@code null} for nowhere
     */
    public Future<Void> start(Vertx vertx, Database database, EventFeed feed, @Nullable Path folder) {
        ScopeFollower own = new ScopeFollower(reader, vertx, database);
        follower = own;
        feed.subscribe(Catalog.PROVIDER_EVENTS, event -> changed(event.stream(), vertx, own));
        return own.load(folder).onSuccess(read -> {
            show(own.state());
            loaded = true;
            vertx.setPeriodic(COMPARE_EVERY_MS, timer -> compare(vertx, database, own));
            vertx.setPeriodic(SAVE_FIRST_MS, SAVE_EVERY_MS, timer -> save(own));
            done(vertx, own);
        });
    }

    /** Keeps what is known, and gives the folder of this node back. */
    public Future<Void> stop() {
        ScopeFollower own = follower;
        return own == null ? Future.succeededFuture() : own.save().onComplete(saved -> own.close());
    }

    private static void save(ScopeFollower own) {
        own.save().onFailure(failure -> LOG.warn("scopes could not be kept in a file: {}", failure.toString()));
    }

    /** The scopes as they are known now. */
    public ScopeView view() {
        return view;
    }

    /**
     * Ids of the lines that have all the words, or, where none has, of those that have some; best first. A word recorded
     * for the same will do, after the words themselves.
     */
    public List<UUID> find(String text) {
        ScopeFollower own = follower;
        return own == null ? List.of() : own.find(text, terms);
    }

    /** The words that searches know beyond those of the scopes. */
    public Terminology terms() {
        return terms;
    }

    /** Whether every scope has been read once. */
    public boolean loaded() {
        return loaded;
    }

    /** Whether the words of all lines that are known can be found; those of many new lines are read beside all else. */
    public boolean knowsAllWords() {
        ScopeFollower own = follower;
        return own != null && own.knowsAllWords();
    }

    /** For how long a committed change has been waiting to be seen here; zero if none is. */
    public Duration lag() {
        long since = behindSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** How often a scope had to be read anew because it was not what the database has. */
    public long healed() {
        ScopeFollower own = follower;
        return own == null ? 0 : own.healed();
    }

    private void show(ScopeState state) {
        if (view.state() != state) {
            view = new ScopeView(state);
        }
    }

    private void changed(UUID provider, Vertx vertx, ScopeFollower own) {
        synchronized (this) {
            if (waiting.isEmpty()) {
                waitingSince = System.nanoTime();
                behindSince = behindSince == 0 ? waitingSince : behindSince;
            }
            waiting.add(provider);
        }
        follow(vertx, own);
    }

    /** Reads what changed of all providers that wait, and what is suspected, unless something is being read already. */
    private void follow(Vertx vertx, ScopeFollower own) {
        Set<UUID> batch;
        Set<UUID> suspects;
        synchronized (this) {
            if (busy || (waiting.isEmpty() && suspected.isEmpty())) {
                return;
            }
            busy = true;
            batch = Set.copyOf(waiting);
            suspects = Set.copyOf(suspected);
            behindSince = waiting.isEmpty() ? 0 : waitingSince;
            waiting.clear();
            suspected.clear();
        }
        own.refresh(batch)
                .compose(read -> own.heal(suspects))
                .onSuccess(read -> {
                    show(own.state());
                    vertx.setTimer(PAUSE_MS, timer -> done(vertx, own));
                    caughtUp();
                })
                .onFailure(failure -> later(batch, failure, vertx, own));
    }

    private synchronized void caughtUp() {
        behindSince = waiting.isEmpty() ? 0 : waitingSince;
    }

    private void done(Vertx vertx, ScopeFollower own) {
        synchronized (this) {
            busy = false;
        }
        follow(vertx, own);
    }

    private void later(Set<UUID> batch, Throwable failure, Vertx vertx, ScopeFollower own) {
        LOG.warn("changed scopes could not be read; trying again in a second: {}", failure.toString());
        synchronized (this) {
            waiting.addAll(batch);
            waitingSince = behindSince;
        }
        vertx.setTimer(TRY_AGAIN_MS, timer -> done(vertx, own));
    }

    /**
     * Compares some providers, those after the ones compared last, so that all have their turn. Changes are followed
     * meanwhile; they wait only while what differs is read anew.
     */
    private void compare(Vertx vertx, Database database, ScopeFollower own) {
        database.read(client -> ProviderProfiles.idsAfter(client, comparedUpTo, COMPARED_AT_ONCE))
                .compose(ids -> {
                    comparedUpTo = ids.size() < COMPARED_AT_ONCE ? new UUID(0, 0) : ids.get(ids.size() - 1);
                    return own.suspects(ids);
                })
                .onSuccess(suspects -> suspect(suspects, vertx, own))
                .onFailure(failure -> LOG.warn("scopes could not be compared: {}", failure.toString()));
    }

    private void suspect(List<UUID> providers, Vertx vertx, ScopeFollower own) {
        synchronized (this) {
            suspected.addAll(providers);
        }
        follow(vertx, own);
    }
}
