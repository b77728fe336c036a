package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.imports.Spool;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What the columns of a provider's files are: shown, corrected, and remembered for its next files. */
public final class ImportColumns {
    private final Platform platform;
    private final Imports imports;
    private final RememberedColumns remembered;

    public ImportColumns(Platform platform, Imports imports) {
        this.platform = platform;
        this.imports = imports;
        this.remembered = new RememberedColumns(platform.database());
    }

    /** The headings of a file; fails with NOT_FOUND if there is no such import that the caller may see. */
    Future<List<SeenColumn>> of(UUID id, Caller caller) {
        return imports.get(id, caller)
                .compose(found -> remembered.of(found.providerId()).compose(mapping -> spooled(found, mapping)));
    }

    private Future<List<SeenColumn>> spooled(Import found, ColumnMapping mapping) {
        return platform.database().connection().compose(own -> platform.vertx()
                .executeBlocking(() -> seen(own, found, mapping), false));
    }

    private static List<SeenColumn> seen(Connection own, Import found, ColumnMapping mapping)
            throws SQLException, IOException {
        try (own;
                Spool spool = Spool.of(own, found.id())) {
            return SeenColumn.of(spool.path(), found.options().format().kind(), mapping);
        }
    }

    /**
     * Remembers what headings mean, gives the import up if it waits, and takes its file again.
     *
     * @param said the key of the column of each heading, blank where it is to be passed over
     * @return the new import; fails with BAD_INPUT if there is no such column
     */
    Future<Import> correct(UUID id, Map<String, @Nullable String> said, Caller caller) {
        Map<String, Optional<Column>> chosen = new HashMap<>();
        said.forEach((heading, key) -> chosen.put(heading, column(heading, key)));
        return imports.get(id, caller).compose(found -> remembered
                .keep(found.providerId(), chosen, platform.clock().instant())
                .compose(kept -> found.state().finished() ? Future.succeededFuture(found) : imports.cancel(id, caller))
                .compose(given -> again(found, caller)));
    }

    private static Optional<Column> column(String heading, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Column.ofKey(key).orElseThrow(() -> Refusal.badInput("/columns", "unknown-column", key, heading)));
    }

    private Future<Import> again(Import found, Caller caller) {
        return platform.database()
                .connection()
                .compose(own -> platform.vertx().executeBlocking(() -> spool(own, found), false))
                .compose(spool -> imports.create(
                                new Imports.Upload(found.providerId(), found.fileName(), spool.path()),
                                found.options(),
                                caller)
                        .eventually(() -> platform.vertx().executeBlocking(() -> closed(spool), false)));
    }

    private static Spool spool(Connection own, Import found) throws SQLException, IOException {
        try (own) {
            return Spool.of(own, found.id());
        }
    }

    private static boolean closed(Spool spool) throws IOException {
        spool.close();
        return true;
    }
}
