package org.qibroker.catalog.imports.changes;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.lines.LineChange;

/**
 * What an import changes or would change about one line, and its place among the others of its kind.
 *
 * @param sheets names of the sheets of the file
 */
public record ImportChange(int number, LineChange change, List<String> sheets) {
    /** The same of a file whose sheets have these names. */
    public ImportChange within(List<String> names) {
        return new ImportChange(number, change, names);
    }

    /** Where the row is that says it, absent for a line that ends. */
    public TableRow.@Nullable Spot spot() {
        Integer place = change.row();
        return place == null ? null : TableRow.Spot.of(place, sheets);
    }

    /** The line as it will be, or, if it ends or stays, as it is. */
    public ScopeLine line() {
        ScopeLine after = change.after();
        return after == null
                ? Objects.requireNonNull(change.before(), "a change has a line").line()
                : after;
    }

    /** The fields that change, in the order of a line. */
    public List<ChangeView.FieldView> fields() {
        return ChangeView.fields(change);
    }
}
