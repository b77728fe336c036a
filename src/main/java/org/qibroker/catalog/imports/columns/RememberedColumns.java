package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.platform.database.Database;

/** What providers have said their headings mean. */
public final class RememberedColumns {
    private final Database database;

    /** Remembered in a database. */
    public RememberedColumns(Database database) {
        this.database = database;
    }

    /** All that a provider has said. */
    public Future<ColumnMapping> of(UUID provider) {
        return database.read(client -> ColumnRepository.mapping(client, provider));
    }

    /** Keeps what a provider says of headings, in place of what it said of them before. */
    Future<Void> keep(UUID provider, Map<String, Optional<Column>> said, Instant now) {
        return database.transaction(tx -> ColumnRepository.keep(tx, provider, said, now));
    }
}
