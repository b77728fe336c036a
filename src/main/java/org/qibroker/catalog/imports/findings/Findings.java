package org.qibroker.catalog.imports.findings;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.database.Database;

/** What was found about the files of imports, as it is kept. */
public final class Findings {
    private final Database database;

    /** Kept in a database. */
    public Findings(Database database) {
        this.database = database;
    }

    /** A finding and its place among those of its import. */
    public record Numbered(int number, Finding finding) {}

    /** Keeps what was found about a file. */
    public Future<Void> keep(UUID importId, List<Finding> findings) {
        return database.separately(tx -> FindingRepository.keep(tx, importId, findings));
    }

    /** Findings of an import after a number, in the order in which they were found. */
    public Future<List<Numbered>> of(UUID importId, int after, int limit) {
        return database.read(client -> FindingRepository.findings(client, importId, after, limit));
    }
}
