package org.qibroker.catalog.index.follow;

import io.vertx.sqlclient.Row;
import org.qibroker.catalog.RecordedLine;

/**
 * A row of a scope.
 *
 * @param record its number, which never changes
 * @param change number of its last change
 */
record Statement(long record, long change, RecordedLine line) {
    static Statement of(Row row) {
        return new Statement(row.getLong("record_id"), row.getLong("change_id"), RecordedLine.of(row));
    }

    boolean believed() {
        return line.recordedUntil() == null;
    }
}
