package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Place;
import org.qibroker.catalog.imports.changes.ChangePlace;
import org.qibroker.catalog.imports.changes.Changes;
import org.qibroker.catalog.imports.changes.ImportChange;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.Findings;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.LongWork;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** Takes scope files and tells what became of them; only those who act for the provider and the operator may. */
public final class Imports {
    /** Kind of the events about imports; the stream is the import. */
    public static final String EVENTS = "import";

    /** The most rows taken of one file. */
    public static final int MOST_ROWS = 2_000_000;

    private static final int LANES = 2;
    private static final long AGAIN_MS = 200;
    private static final String QUEUED = "import-queued";
    private static final String CONFIRMED = "import-confirmed";

    private final Platform platform;
    private final Catalog catalog;
    private final ImportRun runs;
    private final LongWork work;
    private final Changes changes;
    private final Findings findings;

    /** Imports into a catalog. */
    public Imports(Platform platform, Catalog catalog, UnitRegistry units) {
        this.platform = platform;
        this.catalog = catalog;
        this.runs = new ImportRun(platform, catalog, units);
        this.changes = new Changes(platform);
        this.findings = new Findings(platform.database());
        this.work = new LongWork(platform.vertx(), "imports", LANES);
    }

    /** A file somebody sends, on the disk of this node until it is taken. */
    public record Upload(UUID providerId, @Nullable String fileName, Path content) {}

    /**
     * Takes a file, which is read as soon as that is committed.
     *
     * @return the import as it was taken; fails with FORBIDDEN if the caller may not change the scope
     */
    public Future<Import> create(Upload upload, ImportOptions options, Caller caller) {
        return take(upload, options, caller).compose(id -> got(id, caller));
    }

    /** Takes a file, reads it and publishes its lines; done when the import is. */
    public Future<Import> run(Upload upload, ImportOptions options, Caller caller) {
        return take(upload, options, caller).compose(id -> finished(id, caller));
    }

    /** Another import of the provider may run first. */
    private Future<Import> finished(UUID id, Caller caller) {
        return work.run(() -> runs.run(id))
                .compose(done -> got(id, caller))
                .compose(found -> found.state().working()
                        ? platform.vertx()
                                .timer(AGAIN_MS, TimeUnit.MILLISECONDS)
                                .compose(past -> finished(id, caller))
                        : Future.succeededFuture(found));
    }

    /** Reads files that any node took, from now on, and those that an earlier run did not bring to an end. */
    public void start() {
        new ImportQueue(platform, runs, work).start();
    }

    private Future<UUID> take(Upload upload, ImportOptions options, Caller caller) {
        FileSystem files = platform.vertx().fileSystem();
        String path = upload.content().toString();
        return files.props(path).compose(props -> files.open(path, new OpenOptions().setWrite(false))
                .compose(file -> platform.database()
                        .transaction(tx -> take(tx, created(upload, options, props.size(), caller), file, caller))
                        .eventually(file::close)));
    }

    private ImportRepository.NewImport created(Upload upload, ImportOptions options, long bytes, Caller caller) {
        LocalDate from = options.effectiveFrom() == null ? catalog.today() : options.effectiveFrom();
        return new ImportRepository.NewImport(
                platform.ids().next(), upload.providerId(), options, from, upload.fileName(), bytes, Actor.of(caller));
    }

    private Future<UUID> take(SqlConnection tx, ImportRepository.NewImport created, AsyncFile file, Caller caller) {
        Change change = change(created.id(), created.providerId(), QUEUED, caller);
        return catalog.open(tx, created.providerId(), caller)
                .compose(opened ->
                        ImportRepository.insert(tx, created, platform.clock().instant()))
                .compose(done -> parts(tx, created.id(), file, 0))
                .compose(done -> platform.events().append(tx, change))
                .map(created.id());
    }

    private static Future<Void> parts(SqlConnection tx, UUID id, AsyncFile file, int number) {
        int part = ImportRepository.PART;
        return file.read(Buffer.buffer(part), 0, (long) number * part, part)
                .compose(content -> content.length() == 0
                        ? Future.succeededFuture()
                        : ImportRepository.part(tx, id, number, content)
                                .compose(kept -> parts(tx, id, file, number + 1)));
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

    /** What was found about a file, by row: the first of it, and how many findings there are in all. */
    public Future<Page<Finding>> findings(UUID id, PageRequest page, Caller caller) {
        int after = Place.number(page.cursor(), -1);
        return get(id, caller).compose(found -> findings.of(id, after, page.limit() + 1)
                .map(part -> page(part, found, page.limit())));
    }

    private static Page<Finding> page(List<Findings.Numbered> part, Import of, int limit) {
        List<Findings.Numbered> shown = part.subList(0, Math.min(limit, part.size()));
        String next = part.size() > limit ? Cursor.of(shown.get(limit - 1).number()) : null;
        List<Finding> findings = shown.stream()
                .map(numbered -> numbered.finding().within(of.sheets()))
                .toList();
        return new Page<>(findings, next, (long) of.figures().findings());
    }

    /**
     * What an import changes, or would change, line by line.
     *
     * @param only the kinds asked for, all if empty
     * @return fails with NOT_FOUND if there is no such import that the caller may see
     */
    Future<Page<ImportChange>> changes(UUID id, Set<LineChange.Kind> only, PageRequest page, Caller caller) {
        ChangePlace after = ChangePlace.of(page.cursor(), only);
        return get(id, caller).compose(found -> changes.page(id, after, page.limit() + 1)
                .map(part -> changes(part, found.sheets(), page.limit())));
    }

    private static Page<ImportChange> changes(List<ImportChange> found, List<String> sheets, int limit) {
        List<ImportChange> shown =
                found.stream().limit(limit).map(change -> change.within(sheets)).toList();
        String next = found.size() > limit ? ChangePlace.after(shown.get(limit - 1)) : null;
        return new Page<>(shown, next, null);
    }

    /**
     * Publishes the lines of an import that waits for it. If the scope changed after it was read, it is compared anew,
     * and waits again if something else would come of it.
     *
     * @return the import, again on its way; fails with CONFLICT if it does not wait
     */
    public Future<Import> confirm(UUID id, Caller caller) {
        return moved(id, caller, CONFIRMED, tx -> ImportRepository.confirm(tx, id));
    }

    /**
     * Gives up an import that waits for its turn or a confirmation, or that is running; nothing of it is published.
     *
     * @return fails with CONFLICT if it is at its end already
     */
    public Future<Import> cancel(UUID id, Caller caller) {
        return moved(
                id,
                caller,
                "import-cancelled",
                tx -> ImportRepository.giveUp(tx, id, platform.clock().instant()));
    }

    private Future<Import> moved(UUID id, Caller caller, String type, Function<SqlConnection, Future<Boolean>> move) {
        String otherwise = type.equals(CONFIRMED) ? "import-not-waiting" : "import-at-its-end";
        return get(id, caller)
                .compose(found -> platform.database().transaction(tx -> move.apply(tx)
                        .compose(done -> done
                                ? platform.events().append(tx, change(id, found.providerId(), type, caller))
                                : Future.failedFuture(Refusal.conflict(otherwise)))))
                .compose(done -> get(id, caller));
    }
}
