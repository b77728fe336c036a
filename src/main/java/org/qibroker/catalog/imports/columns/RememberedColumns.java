package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What providers have said their headings mean. */
public final class RememberedColumns {
    private final Platform platform;
    private final Catalog catalog;

    /** What providers of a catalog have said. */
    public RememberedColumns(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    /** All that a provider has said. */
    public Future<ColumnMapping> of(UUID provider) {
        return platform.database().read(client -> ColumnRepository.mapping(client, provider));
    }

    /** All that a provider has said, heading by heading. */
    Future<List<RememberedColumn>> list(UUID provider) {
        return platform.database().read(client -> ColumnRepository.all(client, provider));
    }

    /**
     * Keeps what a provider says of headings, in place of what it said of them before.
     *
     * @param said the key of the column of each heading, blank where it is to be passed over
     * @return fails with BAD_INPUT if there is no such column, with FORBIDDEN if the caller may not speak for the provider
     */
    Future<Void> keep(UUID provider, Map<String, @Nullable String> said, Caller caller) {
        Map<String, Optional<Column>> chosen = new HashMap<>();
        said.forEach((heading, key) -> chosen.put(heading, column(heading, key)));
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> ColumnRepository.keep(
                        tx, provider, chosen, platform.clock().instant())));
    }

    private static Optional<Column> column(String heading, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Column.ofKey(key).orElseThrow(() -> Refusal.badInput("/columns", "unknown-column", key, heading)));
    }

    /** Forgets what a provider has said of a heading, which goes by its name again; fails with NOT_FOUND if nothing. */
    Future<Void> forget(UUID provider, String heading) {
        return platform.database()
                .transaction(tx -> ColumnRepository.forget(tx, provider, heading))
                .compose(known ->
                        known ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound("remembered heading")));
    }
}
