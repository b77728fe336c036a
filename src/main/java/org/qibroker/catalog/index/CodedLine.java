package org.qibroker.catalog.index;

import java.util.Comparator;
import java.util.UUID;

/**
 * A line in numbers, on its way into the columns.
 *
 * @param record number of the statement it comes from
 * @param subject number of its subject
 * @param columns numbers of its parts, by the constants of {@link Lines}
 */
@SuppressWarnings("ArrayRecordComponent")
public record CodedLine(UUID id, long record, int subject, int[] columns) {
    /** The order of lines within a subject: by place, then by id, then by day. */
    static final Comparator<CodedLine> ORDER = Comparator.<CodedLine>comparingInt(line -> line.columns[Lines.PLACE])
            .thenComparingLong(line -> line.id.getMostSignificantBits())
            .thenComparingLong(line -> line.id.getLeastSignificantBits())
            .thenComparingInt(line -> line.columns[Lines.FROM]);

    int place() {
        return columns[Lines.PLACE];
    }
}
