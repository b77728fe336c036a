package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeOffer;
import org.qibroker.catalog.ScopeWriter;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file that was taken and publishes its lines. May be begun again at any time: only one run has effect. */
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final Platform platform;
    private final Catalog catalog;
    private final ScopeWriter writer;
    private final UnitRegistry units;

    ImportRun(Platform platform, Catalog catalog, UnitRegistry units) {
        this.platform = platform;
        this.catalog = catalog;
        this.writer = new ScopeWriter(platform, catalog);
        this.units = units;
    }

    /** Runs an import to its end, which may be a failure that the import then tells of. */
    Future<Void> run(UUID id) {
        return platform.database()
                .transaction(tx ->
                        ImportRepository.claim(tx, id).compose(mine -> mine ? begin(tx, id) : Future.succeededFuture()))
                .recover(failure -> fail(id, failure));
    }

    private Future<Void> begin(SqlConnection tx, UUID id) {
        return ImportRepository.find(tx, id)
                .compose(found -> found.isEmpty()
                                || found.get().state().finished()
                                || found.get().state() == ImportState.AWAITING_CONFIRMATION
                        ? Future.succeededFuture()
                        : ImportRepository.source(tx, id).compose(source -> read(tx, found.get(), source)));
    }

    private Future<Void> read(SqlConnection tx, Import asked, ImportRepository.Source source) {
        LocalDate from = Objects.requireNonNull(asked.options().effectiveFrom());
        return catalog.provider(asked.providerId())
                .compose(provider ->
                        platform.vertx().executeBlocking(() -> parsed(asked, source.body(), provider, from)))
                .compose(file -> report(asked.id(), file, 0).map(file))
                .compose(file -> decide(tx, asked, file, caller(source.actor())));
    }

    private ParsedFile parsed(Import asked, Buffer body, Provider provider, LocalDate from) throws IOException {
        Path path = Files.createTempFile("scope", null);
        try {
            Files.write(path, body.getBytes());
            SheetFile file = new SheetFile(path, asked.options().format(), ColumnMapping.NONE);
            try (Sheet sheet = file.open()) {
                return ParsedFile.of(sheet, provider, units, from);
            }
        } finally {
            Files.delete(path);
        }
    }

    /** Progress is told outside of the transaction, or nobody would see it before the end. */
    private Future<Void> report(UUID id, ParsedFile file, int processed) {
        return platform.database().transaction(other -> ImportRepository.progress(other, id, file, processed));
    }

    private Future<Void> decide(SqlConnection tx, Import asked, ParsedFile file, Caller caller) {
        boolean headerUnusable = file.accepted().isEmpty()
                && file.findings().stream().anyMatch(f -> f.code().equals("column-missing"));
        boolean all = asked.options().onError() == ImportOptions.OnError.ALL_OR_NOTHING;
        if (headerUnusable) {
            return keep(tx, asked, file).compose(kept -> end(tx, asked, failed(file, "column-missing"), caller));
        }
        if (all && file.rejected() > 0) {
            return keep(tx, asked, file).compose(kept -> end(tx, asked, failed(file, "rows-rejected"), caller));
        }
        if (asked.options().dryRun()) {
            return keep(tx, asked, file).compose(kept -> end(tx, asked, read(file, ImportState.DONE), caller));
        }
        if (asked.options().confirm()) {
            return keep(tx, asked, file)
                    .compose(kept -> end(tx, asked, read(file, ImportState.AWAITING_CONFIRMATION), caller));
        }
        return publish(tx, asked, file, caller);
    }

    private static Future<Void> keep(SqlConnection tx, Import asked, ParsedFile file) {
        return ReportRepository.keep(tx, asked.id(), file, Map.of());
    }

    private Future<Void> publish(SqlConnection tx, Import asked, ParsedFile file, Caller caller) {
        LocalDate from = Objects.requireNonNull(asked.options().effectiveFrom());
        ScopeOffer offer =
                new ScopeOffer(asked.providerId(), asked.id(), asked.options().mode(), from, file.accepted());
        return writer.publish(tx, offer, caller, written -> progress(asked.id(), file, written))
                .compose(outcome -> record(tx, asked, file, outcome)
                        .compose(kept -> end(tx, asked, published(file, outcome), caller)));
    }

    private void progress(UUID id, ParsedFile file, int written) {
        report(id, file, written).onFailure(failure -> LOG.warn("progress of import {} not kept", id, failure));
    }

    /** Keeps the rows with the lines they became; a confirmed import has kept its rows already. */
    private static Future<Void> record(SqlConnection tx, Import asked, ParsedFile file, ScopeOffer.Outcome outcome) {
        return asked.figures().rows() > 0
                ? ReportRepository.connect(tx, asked.id(), outcome.ids())
                : ReportRepository.keep(tx, asked.id(), file, outcome.ids());
    }

    private Future<Void> end(SqlConnection tx, Import asked, ImportRepository.End end, Caller caller) {
        return ImportRepository.end(tx, asked.id(), end, platform.clock().instant())
                .compose(done -> tell(tx, asked, end, caller));
    }

    private Future<Void> tell(SqlConnection tx, Import asked, ImportRepository.End end, Caller caller) {
        String type =
                switch (end.state()) {
                    case AWAITING_CONFIRMATION -> "import-read";
                    case FAILED -> "import-failed";
                    default -> "import-finished";
                };
        Map<String, Object> data = Map.of(
                "providerId", asked.providerId(), "dryRun", asked.options().dryRun(), "figures", end.figures());
        Set<UUID> parties = Set.of(asked.providerId());
        return platform.events()
                .append(tx, new Change(Imports.EVENTS, asked.id(), type, caller, parties, data))
                .mapEmpty();
    }

    private static ImportRepository.End read(ParsedFile file, ImportState state) {
        return new ImportRepository.End(state, figures(file, new ScopeOffer.Outcome(0, 0, 0, Map.of()), 0), null);
    }

    private static ImportRepository.End published(ParsedFile file, ScopeOffer.Outcome outcome) {
        int written = file.accepted().size();
        return new ImportRepository.End(ImportState.DONE, figures(file, outcome, written), null);
    }

    private static ImportRepository.End failed(ParsedFile file, String why) {
        return new ImportRepository.End(
                ImportState.FAILED, figures(file, new ScopeOffer.Outcome(0, 0, 0, Map.of()), 0), why);
    }

    private static Import.Figures figures(ParsedFile file, ScopeOffer.Outcome outcome, int written) {
        return new Import.Figures(
                file.rows().size(),
                file.accepted().size(),
                file.rejected(),
                file.warnings(),
                written,
                outcome.added(),
                outcome.kept(),
                outcome.ended());
    }

    private Future<Void> fail(UUID id, Throwable failure) {
        boolean unreadable = failure instanceof UnreadableFile;
        if (!unreadable) {
            LOG.error("import {} failed", id, failure);
        }
        String why = unreadable ? ((UnreadableFile) failure).code() : "unexpected";
        ImportRepository.End end =
                new ImportRepository.End(ImportState.FAILED, new Import.Figures(0, 0, 0, 0, 0, 0, 0, 0), why);
        return platform.database().transaction(tx -> ImportRepository.find(tx, id)
                .compose(found -> end(tx, found.orElseThrow(), end, Caller.SYSTEM)));
    }

    /** Who sent a file, as it is kept with it. */
    static JsonObject actor(Caller caller) {
        List<String> roles = caller.roles().stream().map(Role::name).sorted().toList();
        return new JsonObject()
                .put("userId", caller.userId() == null ? null : caller.userId().toString())
                .put(
                        "organisationId",
                        caller.organisationId() == null
                                ? null
                                : caller.organisationId().toString())
                .put("roles", new JsonArray(roles))
                .put("name", caller.name());
    }

    private static Caller caller(JsonObject actor) {
        String user = actor.getString("userId");
        String organisation = actor.getString("organisationId");
        return new Caller(
                user == null ? null : UUID.fromString(user),
                organisation == null ? null : UUID.fromString(organisation),
                actor.getJsonArray("roles").stream()
                        .map(role -> Role.valueOf((String) role))
                        .collect(Collectors.toSet()),
                actor.getString("name"));
    }
}
