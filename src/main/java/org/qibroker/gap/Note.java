package org.qibroker.gap;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** What a coordinator noted of a gap, for coordinators. */
public record Note(UUID id, String author, String text, Instant at) {
    static Note of(Row row) {
        return new Note(
                row.getUUID("id"),
                row.getString("author_name"),
                row.getString("text"),
                row.getOffsetDateTime("written_at").toInstant());
    }
}
