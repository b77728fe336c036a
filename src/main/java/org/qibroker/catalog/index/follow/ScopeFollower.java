package org.qibroker.catalog.index.follow;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.Terminology;
import org.qibroker.catalog.index.ScopeBuilder;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.Snapshot;
import org.qibroker.catalog.index.words.WordFolder;
import org.qibroker.catalog.index.words.WordIndex;
import org.qibroker.catalog.providers.ProviderProfiles;
import org.qibroker.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a state in step with the database: reads all scopes once, and from then on of each only what changed since. For
 * one piece of work at a time; the state may be read from any thread meanwhile.
 */
public final class ScopeFollower {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeFollower.class);
    private static final int PART = 2_000;
    private static final int CHANGES = 5_000;
    private static final int PROVIDERS = 200;
    private static final int WORTH_A_FILE = 1_000;
    private static final String LINES = "scopes.index";
    private static final String WORDS = "scopes.words";

    private final ScopeReader reader;
    private final Vertx vertx;
    private final Database database;
    private final KnownWords words;
    private ScopeBuilder builder = new ScopeBuilder();
    private volatile ScopeState state = builder.state();
    private volatile ScopeState saved = state;
    private @Nullable Snapshot snapshot;
    private int saves;
    private volatile boolean restored;
    private final AtomicLong healed = new AtomicLong();

    /** Follows a database; knows nothing yet. */
    public ScopeFollower(ScopeReader reader, Vertx vertx, Database database) {
        this.reader = reader;
        this.vertx = vertx;
        this.database = database;
        this.words = new KnownWords(vertx);
    }

    /** The scopes as they are known now. */
    public ScopeState state() {
        return state;
    }

    /** Ids of the lines that have all the words, or, where none has, of those that have some; best first. */
    public List<UUID> find(String text, Terminology terms) {
        return words.find(text, terms, state);
    }

    /** Whether lines were taken from the file of this node. */
    public boolean restored() {
        return restored;
    }

    /** Gives the folder of this node back; nothing is followed any more. */
    public void close() {
        words.close();
    }

    /** Whether the words of all lines that are known can be found. */
    public boolean knowsAllWords() {
        return words.complete(state);
    }

    /** How often a scope had to be read anew because it was not what the database has. */
    public long healed() {
        return healed.get();
    }

    /**
     * Reads all scopes: from a file of this node as far as it goes, the rest from the database.
     *
     * @param folder where {@link #save} writes; {@code null} for nowhere
     */
    public Future<Void> load(@Nullable Path folder) {
        return folder == null
                ? loadAll()
                : database.read(IndexRepository::origin)
                        .compose(origin -> load(folder, origin))
                        .compose(current -> current ? Future.succeededFuture() : loadAll());
    }

    private Future<Boolean> load(Path folder, String origin) {
        Future<Boolean> restored = vertx.executeBlocking(() -> restored(folder, origin), false);
        Future<Map<UUID, Long>> marks = database.read(IndexRepository::marks);
        Future<List<Provider>> profiles = database.read(client -> ProviderProfiles.read(client, null));
        return Future.all(restored, marks, profiles)
                .compose(read ->
                        restored.result() ? catchUp(marks.result(), profiles.result()) : Future.succeededFuture(false));
    }

    /** Keeps what is known in the folder, if it is worth while and has changed. */
    public Future<Void> save() {
        Snapshot kept = snapshot;
        if (kept == null || state == saved || state.size() < WORTH_A_FILE) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(() -> save(kept), false);
    }

    /** Words first: those that are kept may be fewer than the lines have, but not more. */
    private Void save(Snapshot kept) throws IOException {
        saves++;
        words.commit(saves);
        ScopeState current = state;
        kept.write(current, saves);
        saved = current;
        return null;
    }

    private boolean restored(Path folder, String origin) throws IOException {
        Snapshot file = new Snapshot(
                folder.resolve(LINES), origin + " " + reader.unitsKnown() + " " + ReadingCode.fingerprint());
        WordFolder wordFolder = new WordFolder(folder.resolve(WORDS));
        snapshot = file;
        long begun = System.nanoTime();
        try {
            saves = builder.restore(file, reader.units());
        } catch (IOException unfit) {
            LOG.info("no scopes are taken from the file of this node: {}", unfit.toString());
            builder = new ScopeBuilder();
            words.use(wordFolder.open(WordFolder.NOTHING));
            return false;
        }
        words.use(wordFolder.open(saves));
        double seconds = Math.max(1e-3, (System.nanoTime() - begun) / 1e9);
        long lines = builder.state().size();
        LOG.info("%d lines from the file of this node, %.0f a second".formatted(lines, lines / seconds));
        return true;
    }

    /** Reads what changed since the file was written; false if the file knows more than the database. */
    private Future<Boolean> catchUp(Map<UUID, Long> marks, List<Provider> profiles) {
        if (!builder.isWithin(marks)) {
            builder = new ScopeBuilder();
            words.use(new WordIndex());
            return Future.succeededFuture(false);
        }
        List<UUID> changed = marks.entrySet().stream()
                .filter(mark -> builder.mark(mark.getKey()) < mark.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return vertx.executeBlocking(() -> publish(profiles))
                .compose(done -> refresh(changed, 0))
                .map(done -> restored = true);
    }

    private Future<Void> refresh(List<UUID> providers, int from) {
        int to = Math.min(providers.size(), from + PROVIDERS);
        return from == to
                ? Future.succeededFuture()
                : refresh(Set.copyOf(providers.subList(from, to))).compose(done -> refresh(providers, to));
    }

    /** All of it in one snapshot of the database. */
    private Future<Void> loadAll() {
        Loading loading = new Loading(builder, reader);
        return database.separately(tx -> IndexRepository.oneSnapshot(tx)
                        .compose(begun -> IndexRepository.marks(tx))
                        .compose(marks -> load(tx, loading, marks))
                        .compose(loaded -> ProviderProfiles.read(tx, null)))
                .compose(profiles -> vertx.executeBlocking(() -> publish(profiles)))
                .onSuccess(done -> LOG.info("scopes are in memory: {}", loading));
    }

    private Future<Void> load(SqlConnection tx, Loading loading, Map<UUID, Long> marks) {
        return IndexRepository.stream(tx, PART, part -> vertx.executeBlocking(() -> loading.take(part)))
                .compose(read -> vertx.executeBlocking(() -> loading.finish(marks)));
    }

    private Void publish(Collection<Provider> profiles) {
        List<Provider> changed =
                profiles.stream().filter(this::saysSomethingNew).toList();
        builder.profiles(changed);
        ScopeState next = builder.state();
        words.precede(next, changed);
        state = next;
        words.follow(this::state);
        return null;
    }

    private boolean saysSomethingNew(Provider provider) {
        return !Optional.of(provider).equals(builder.state().provider(provider.id()));
    }

    /** Reads what changed of some providers and their scopes; all of it is seen at once. */
    public Future<Void> refresh(Set<UUID> providers) {
        return providers.isEmpty() ? Future.succeededFuture() : database.read(client -> refresh(client, providers));
    }

    /** Lines are read before profiles, so that no line comes without its site. */
    private Future<Void> refresh(SqlClient client, Set<UUID> providers) {
        Map<UUID, Long> marks = new HashMap<>();
        providers.forEach(provider -> marks.put(provider, builder.mark(provider)));
        ScopeState before = builder.state();
        ScopeDelta delta = new ScopeDelta(builder, reader);
        return changes(client, marks, delta, Future.succeededFuture())
                .compose(read -> ProviderProfiles.read(client, List.copyOf(providers)))
                .compose(profiles -> vertx.executeBlocking(() -> {
                    delta.enter();
                    return publish(profiles);
                }))
                .onFailure(failure -> builder.backTo(before));
    }

    /** While one part is taken in, the next is read. */
    private Future<Void> changes(SqlClient client, Map<UUID, Long> marks, ScopeDelta delta, Future<Void> taking) {
        return Future.join(IndexRepository.changes(client, marks, CHANGES), taking)
                .compose(both -> {
                    List<Statement> part = both.resultAt(0);
                    part.forEach(statement -> marks.put(statement.line().providerId(), statement.change()));
                    Future<Void> taken = vertx.executeBlocking(() -> delta.take(part));
                    return part.size() < CHANGES ? taken : changes(client, marks, delta, taken);
                });
    }

    /**
     * Compares checksums of some scopes and what providers say of themselves with the database; those that differ, be it
     * only because they change at this moment. May be asked beside other work.
     */
    public Future<List<UUID>> suspects(List<UUID> providers) {
        return database.read(client ->
                        Future.all(IndexRepository.sums(client, providers), ProviderProfiles.read(client, providers)))
                .map(found -> suspects(providers, found.resultAt(0), found.resultAt(1)));
    }

    private List<UUID> suspects(List<UUID> ids, Map<UUID, ScopeSum> sums, List<Provider> profiles) {
        Set<UUID> changed = profiles.stream()
                .filter(this::saysSomethingNew)
                .map(Provider::id)
                .collect(Collectors.toSet());
        return ids.stream()
                .filter(id -> changed.contains(id) || !same(sums, id))
                .toList();
    }

    private boolean same(Map<UUID, ScopeSum> sums, UUID provider) {
        return sums.getOrDefault(provider, ScopeSum.NOTHING).equals(ScopeSum.of(state, provider));
    }

    /** Reads anew what is not as the database has it. */
    public Future<Void> heal(Set<UUID> suspects) {
        Future<Void> done = Future.succeededFuture();
        for (UUID provider : suspects) {
            done = done.compose(before -> database.separately(tx -> heal(tx, provider)));
        }
        return done;
    }

    /** What differs only because it is new is caught up with; what differs beyond that is read as a whole. */
    private Future<Void> heal(SqlConnection tx, UUID provider) {
        return IndexRepository.oneSnapshot(tx)
                .compose(begun -> refresh(tx, Set.of(provider)))
                .compose(fresh -> IndexRepository.sums(tx, List.of(provider)))
                .compose(sums -> same(sums, provider) ? Future.succeededFuture() : readAgain(tx, provider));
    }

    private Future<Void> readAgain(SqlConnection tx, UUID provider) {
        healed.incrementAndGet();
        LOG.warn("the scope of provider {} in memory is not what the database has; it is read again", provider);
        ScopeState before = builder.state();
        ScopeDelta delta = new ScopeDelta(builder, reader);
        return vertx.executeBlocking(() -> delta.forget(provider))
                .compose(begun -> IndexRepository.believed(
                        tx,
                        provider,
                        PART,
                        part -> vertx.executeBlocking(() -> delta.take(IndexRepository.statements(part)))))
                .compose(read -> vertx.executeBlocking(() -> {
                    delta.enter();
                    return publish(List.of());
                }))
                .onFailure(failure -> builder.backTo(before));
    }
}
