package org.qibroker.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.imports.ImportWatch.GivenUp;
import org.qibroker.catalog.imports.changes.Changes;
import org.qibroker.catalog.imports.changes.Staging;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.columns.RememberedColumns;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.Findings;
import org.qibroker.catalog.imports.rows.LineReader;
import org.qibroker.catalog.imports.table.UnreadableFile;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.LongWork;
import org.qibroker.shared.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of one import: reads its file, compares it with the scope, and publishes or reports. May be begun again
 * at any time and on any node: until its one last transaction nothing of it is visible, and while it runs it holds the
 * provider, so that imports of one provider never run side by side. Blocks.
 */
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int MOST_ATTEMPTS = 5;

    private final Platform platform;
    private final Catalog catalog;
    private final UnitRegistry units;
    private final Publication publication;
    private final Changes changes;
    private final Findings findings;
    private final RememberedColumns remembered;

    ImportRun(Platform platform, Catalog catalog, UnitRegistry units) {
        this.platform = platform;
        this.catalog = catalog;
        this.units = units;
        this.changes = new Changes(platform);
        this.findings = new Findings(platform.database());
        this.remembered = new RememberedColumns(platform, catalog);
        this.publication = new Publication(platform, catalog);
    }

    /**
     * Runs an import to its end, which may be a failure that the import then tells of.
     *
     * @return false if another import of the provider runs just now
     */
    boolean run(UUID id) throws Exception {
        Import asked = LongWork.await(platform.database().read(client -> ImportRepository.find(client, id)))
                .orElse(null);
        if (asked == null || !asked.state().working()) {
            return true;
        }
        try (Connection own = LongWork.await(platform.database().connection())) {
            if (!hold(own, asked.providerId())) {
                return false;
            }
            attempt(own, id);
            return true;
        }
    }

    /** Holds the provider for as long as the connection is open. */
    private static boolean hold(Connection own, UUID provider) throws SQLException {
        try (var lock = own.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended('imports ' || ?, 0))")) {
            lock.setString(1, provider.toString());
            try (var held = lock.executeQuery()) {
                return held.next() && held.getBoolean(1);
            }
        }
    }

    private void attempt(Connection own, UUID id) throws Exception {
        int attempt = LongWork.await(platform.database().separately(tx -> ImportRepository.begin(tx, id)));
        if (attempt == 0) {
            return;
        }
        Import asked = found(id);
        Caller caller =
                Actor.caller(LongWork.await(platform.database().read(client -> ImportRepository.actor(client, id))));
        try {
            if (attempt > MOST_ATTEMPTS) {
                throw new IllegalStateException("begun " + attempt + " times and never ended");
            }
            work(own, asked, caller);
        } catch (GivenUp givenUp) {
            LOG.info("import {} was given up while it ran", id);
        } catch (UnreadableFile unreadable) {
            LongWork.await(findings.keep(id, List.of(Finding.of(unreadable))));
            fail(asked, unreadable.code(), found(id).figures().oneFinding(), caller);
        } catch (Exception failure) {
            if (Outage.is(failure)) {
                throw failure;
            }
            LOG.error("import {} failed", id, failure);
            fail(asked, "unexpected", found(id).figures(), caller);
        }
    }

    private Import found(UUID id) throws Exception {
        return LongWork.await(platform.database().read(client -> ImportRepository.find(client, id)))
                .orElseThrow();
    }

    private void work(Connection own, Import asked, Caller caller) throws Exception {
        ImportWatch watch = new ImportWatch(platform.database(), asked.id());
        Compared compared = asked.basis() == null ? compared(own, asked, watch) : stillCompared(asked);
        while (true) {
            try {
                publication.decide(asked, compared, caller, watch);
                return;
            } catch (Publication.Overtaken overtaken) {
                compared = compared(own, asked, watch);
            }
        }
    }

    /** What was shown to be confirmed; if it is not there any more, it is found to be overtaken. */
    private Compared stillCompared(Import asked) throws Exception {
        int kept = LongWork.await(changes.count(asked.id()));
        Import.Figures figures = asked.figures();
        int shown = figures.added() + figures.changed() + figures.ended();
        long basis = kept < shown ? Compared.NEVER : Objects.requireNonNull(asked.basis());
        return new Compared(figures, basis, false);
    }

    private Compared compared(Connection own, Import asked, ImportWatch watch) throws Exception {
        LocalDate from = Objects.requireNonNull(asked.options().effectiveFrom());
        Provider provider = LongWork.await(catalog.provider(asked.providerId()));
        LongWork.await(changes.clear(asked));
        long basis = LongWork.await(platform.database().read(client -> Changes.basis(client, asked.providerId())));
        boolean blank = LongWork.await(changes.blank(asked.providerId(), from));
        ColumnMapping columns = LongWork.await(remembered.of(asked.providerId()))
                .forAll(asked.options().family());
        Staging.Read read;
        try (Spool spool = Spool.of(own, asked.id())) {
            LineReader reader = new LineReader(provider, units, from);
            read = new Staging(asked, reader, platform.ids(), watch).read(own, spool, columns, blank);
        }
        Staging.Seen seen = read.seen();
        LongWork.await(platform.database()
                .separately(tx -> ImportRepository.seen(tx, asked.id(), seen.sheets(), seen.encoding())));
        Map<LineChange.Kind, Integer> counts =
                blank ? Map.of(LineChange.Kind.ADDED, read.added()) : changes.compare(own, asked, read, watch);
        LongWork.await(findings.keep(asked.id(), read.findings().kept()));
        return Compared.of(read, counts, basis);
    }

    private void fail(Import asked, String why, Import.Figures figures, Caller caller) throws Exception {
        ImportRepository.End end = new ImportRepository.End(ImportState.FAILED, figures, why, null);
        LongWork.await(platform.database().separately(tx -> publication.end(tx, asked, end, caller)));
    }
}
