package org.qibroker.catalog.imports.columns;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has said that a heading means.
 *
 * @param column key of the column, absent where the heading is passed over
 */
public record RememberedColumn(String heading, @Nullable String column, Instant saidAt) {
    static RememberedColumn of(Row row) {
        return new RememberedColumn(
                row.getString("heading"),
                row.getString("column_name"),
                row.getOffsetDateTime("said_at").toInstant());
    }
}
