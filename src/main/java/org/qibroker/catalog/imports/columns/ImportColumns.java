package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.imports.Spool;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.UnreadableFile;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;

/** What the columns of a provider's files are: shown, corrected, and remembered for its next files. */
public final class ImportColumns {
    private final Platform platform;
    private final Imports imports;
    private final RememberedColumns remembered;

    public ImportColumns(Platform platform, Imports imports, RememberedColumns remembered) {
        this.platform = platform;
        this.imports = imports;
        this.remembered = remembered;
    }

    /** The headings of a file; fails with NOT_FOUND if there is no such import that the caller may see. */
    Future<SeenColumns> of(UUID id, Caller caller) {
        return imports.get(id, caller).compose(found -> remembered
                .of(found.providerId())
                .compose(
                        mapping -> spooled(found, mapping.forAll(found.options().family()))));
    }

    private Future<SeenColumns> spooled(Import found, ColumnMapping mapping) {
        return platform.database()
                .connection()
                .compose(own -> platform.vertx().executeBlocking(() -> seen(own, found, mapping), false))
                .recover(failure -> Future.failedFuture(
                        failure instanceof UnreadableFile ? Refusal.conflict("import-unreadable") : failure));
    }

    private static SeenColumns seen(Connection own, Import found, ColumnMapping mapping)
            throws SQLException, IOException {
        try (own;
                Spool spool = Spool.of(own, found.id())) {
            return SeenColumns.of(spool.path(), found.options(), mapping);
        }
    }

    /** What somebody should look at before anything is taken from a file. */
    public Future<SeenColumns.Doubt> doubt(Imports.Upload upload, ImportOptions options) {
        return remembered.of(upload.providerId()).compose(mapping -> platform.vertx()
                .executeBlocking(
                        () -> SeenColumns.of(upload.content(), options, mapping).doubt(), false)
                .recover(failure -> failure instanceof UnreadableFile
                        ? Future.succeededFuture(SeenColumns.Doubt.NONE)
                        : Future.failedFuture(failure)));
    }

    /**
     * What is said of the columns of a file.
     *
     * @param headings the key of the column of each heading, blank where it is to be passed over
     * @param family of all lines of a file that has no column for it
     */
    record Said(Map<String, @Nullable String> headings, @Nullable Family family) {}

    /**
     * Remembers what headings mean, gives the import up if it waits, and takes its file again.
     *
     * @return the new import; fails with BAD_INPUT if there is no such column
     */
    Future<Import> correct(UUID id, Said said, Caller caller) {
        return imports.get(id, caller).compose(found -> remembered
                .keep(found.providerId(), said.headings(), caller)
                .compose(kept -> found.state().finished() ? Future.succeededFuture(found) : imports.cancel(id, caller))
                .compose(given -> again(found, found.options().of(said.family()), caller)));
    }

    /**
     * Gives an import up if it waits, and takes its file again as one whose characters are written as is said; what it
     * then says waits to be confirmed.
     */
    Future<Import> correct(UUID id, Encoding encoding, Caller caller) {
        return imports.get(id, caller)
                .compose(found -> found.state().finished() ? Future.succeededFuture(found) : imports.cancel(id, caller))
                .compose(given -> again(given, given.options().waiting().in(encoding), caller));
    }

    private Future<Import> again(Import found, ImportOptions options, Caller caller) {
        return platform.database()
                .connection()
                .compose(own -> platform.vertx().executeBlocking(() -> spool(own, found), false))
                .compose(spool -> imports.create(
                                new Imports.Upload(found.providerId(), found.fileName(), spool.path()), options, caller)
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
