package org.qibroker.catalog.imports.changes;

import java.util.List;
import java.util.Objects;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lines.LineChange;

/** What an import changes or would change about one line, and its place among the others of its kind. */
public record ImportChange(int number, LineChange change) {
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
