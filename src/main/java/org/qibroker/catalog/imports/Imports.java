package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Place;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes scope files and tells what became of them; only those who act for the provider and the operator may. */
public final class Imports {
    /** Kind of the events about imports; the stream is the import. */
    public static final String EVENTS = "import";

    /** The most rows taken of one file. */
    public static final int MOST_ROWS = 200_000;

    private static final String QUEUED = "import-queued";
    private static final String CONFIRMED = "import-confirmed";
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Platform platform;
    private final Catalog catalog;
    private final ImportRun runs;
    private Future<Void> last = Future.succeededFuture();

    /** Imports into a catalog. */
    public Imports(Platform platform, Catalog catalog, UnitRegistry units) {
        this.platform = platform;
        this.catalog = catalog;
        this.runs = new ImportRun(platform, catalog, units);
    }

    /** A file somebody sends. */
    public record Upload(UUID providerId, @Nullable String fileName, Buffer content) {}

    /**
     * Takes a file, which is read as soon as that is committed.
     *
     * @return the import as it was taken; fails with TOO_LARGE, or FORBIDDEN if the caller may not change the scope
     */
    public Future<Import> create(Upload upload, ImportOptions options, Caller caller) {
        return take(upload, options, caller, QUEUED).compose(id -> got(id, caller));
    }

    /** Takes a file, reads it and publishes its lines; done when the import is. */
    public Future<Import> run(Upload upload, ImportOptions options, Caller caller) {
        return take(upload, options, caller, "import-taken")
                .compose(id -> runs.run(id).map(id))
                .compose(id -> got(id, caller));
    }

    /** Reads files that any node took, from now on, and those that an earlier run did not bring to an end. */
    public Future<Void> start() {
        platform.feed().subscribe(EVENTS, event -> {
            if (event.type().equals(QUEUED) || event.type().equals(CONFIRMED)) {
                begin(event.stream());
            }
        });
        return platform.database()
                .read(ImportRepository::unfinished)
                .onSuccess(ids -> ids.forEach(this::begin))
                .mapEmpty();
    }

    /** One after the other, so that imports never wait for each other's connections; outside of any request. */
    private synchronized void begin(UUID id) {
        ContextInternal context = (ContextInternal) platform.vertx().getOrCreateContext();
        Promise<Void> ended = Promise.promise();
        Future<Void> before = last;
        context.unwrap()
                .runOnContext(go -> before.transform(any -> runs.run(id)).onComplete(ended));
        last = ended.future().onFailure(failure -> LOG.error("import {} could not be ended", id, failure));
    }

    private Future<UUID> take(Upload upload, ImportOptions options, Caller caller, String type) {
        UUID id = platform.ids().next();
        LocalDate from = options.effectiveFrom() == null ? catalog.today() : options.effectiveFrom();
        ImportRepository.NewImport created = new ImportRepository.NewImport(
                id, upload.providerId(), options, from, upload.fileName(), upload.content(), ImportRun.actor(caller));
        Change change = change(id, upload.providerId(), type, caller);
        return platform.database().transaction(tx -> catalog.open(tx, upload.providerId(), caller)
                .compose(opened ->
                        ImportRepository.insert(tx, created, platform.clock().instant()))
                .compose(done -> platform.events().append(tx, change))
                .map(id));
    }

    private static Change change(UUID id, UUID provider, String type, Caller caller) {
        return new Change(EVENTS, id, type, caller, Set.of(provider), Map.of("providerId", provider));
    }

    /** Reads within the transaction that may be open. */
    private Future<Import> got(UUID id, Caller caller) {
        return platform.database()
                .transaction(tx -> ImportRepository.find(tx, id))
                .map(found -> seen(found, caller));
    }

    private static Import seen(Optional<Import> found, Caller caller) {
        return found.filter(i -> Catalog.mayChange(i.providerId(), caller))
                .orElseThrow(() -> Refusal.notFound("import"));
    }

    /**
     * An import.
     *
     * @return fails with NOT_FOUND if there is none that the caller may see
     */
    public Future<Import> get(UUID id, Caller caller) {
        return platform.database()
                .read(client -> ImportRepository.find(client, id))
                .map(found -> seen(found, caller));
    }

    /** The latest imports of a provider. */
    public Future<List<Import>> latest(UUID provider, int limit, Caller caller) {
        return Catalog.mayChange(provider, caller)
                ? platform.database().read(client -> ImportRepository.ofProvider(client, provider, limit))
                : Future.failedFuture(Refusal.forbidden());
    }

    /** What was found about a file, by row. */
    public Future<Page<Finding>> findings(UUID id, PageRequest page, Caller caller) {
        int after = Place.number(page.cursor(), -1);
        return get(id, caller)
                .compose(found -> platform.database()
                        .read(client -> Future.all(
                                ReportRepository.findings(client, id, after, page.limit() + 1),
                                ReportRepository.count(client, id))))
                .map(found -> page(found.resultAt(0), found.<Long>resultAt(1), page.limit()));
    }

    private static Page<Finding> page(List<ReportRepository.Numbered> found, long total, int limit) {
        List<ReportRepository.Numbered> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).number()) : null;
        return new Page<>(shown.stream().map(ReportRepository.Numbered::finding).toList(), next, total);
    }

    /**
     * Publishes the lines of an import that waits for it.
     *
     * @return the import, again on its way; fails with CONFLICT if it does not wait
     */
    public Future<Import> confirm(UUID id, Caller caller) {
        return leaveWaiting(id, ImportState.QUEUED, caller, CONFIRMED);
    }

    /** Gives up an import that waits for a confirmation. */
    public Future<Import> cancel(UUID id, Caller caller) {
        return leaveWaiting(id, ImportState.CANCELLED, caller, "import-cancelled");
    }

    private Future<Import> leaveWaiting(UUID id, ImportState to, Caller caller, String type) {
        return get(id, caller)
                .compose(found -> platform.database().transaction(tx -> ImportRepository.leaveWaiting(
                                tx, id, to, platform.clock().instant())
                        .compose(left -> left
                                ? platform.events().append(tx, change(id, found.providerId(), type, caller))
                                : Future.failedFuture(Refusal.conflict("import-not-waiting")))))
                .compose(done -> get(id, caller));
    }
}
