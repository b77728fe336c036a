package org.qibroker.demand.paste;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;

/**
 * A pasted table as it was understood.
 *
 * @param rows those that hold something, headings left out
 */
public record PastedTable(List<Row> rows) {
    /** Copies the rows. */
    public PastedTable {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number its place in what was pasted, from 1
     * @param item what it asks; absent if it names nothing that could be served, or there are too many
     * @param left what was not understood, each with the heading of its column
     */
    public record Row(int number, @Nullable ItemSpec item, List<String> left) {
        /** Copies what is left. */
        public Row {
            left = List.copyOf(left);
        }
    }

    /** The items, in their order. */
    public List<ItemSpec> items() {
        return rows.stream().map(Row::item).filter(Objects::nonNull).toList();
    }
}
