package org.qibroker.catalog.imports.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.LineField;
import org.qibroker.shared.Family;

/**
 * A change as the contract shows it: the line as it will be, or, if it ends or stays, as it is.
 *
 * @param sheet name of the sheet that the row is of, absent where the file has none
 * @param validFrom first day of what is stated; for a line that ends, the first day on which it holds no more
 */
public record ChangeView(
        LineChange.Kind kind,
        @Nullable String sheet,
        @Nullable Integer row,
        UUID capabilityId,
        Family family,
        String subject,
        String parameter,
        List<String> methods,
        @Nullable String range,
        @Nullable String uncertainty,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<FieldView> fields) {

    /** What a field said before and says after. */
    public record FieldView(LineField field, String before, String after) {}

    public static ChangeView of(ImportChange found) {
        LineChange change = found.change();
        ScopeLine line = found.line();
        TableRow.Spot spot = found.spot();
        return new ChangeView(
                change.kind(),
                spot == null ? null : spot.sheet(),
                spot == null ? null : spot.row(),
                change.id(),
                line.service().family(),
                line.service().subject(),
                line.service().parameter(),
                line.texts().methods(),
                line.texts().range(),
                line.texts().uncertainty(),
                change.days().from(),
                change.days().to(),
                fields(change));
    }

    /** The fields that change, in the order of a line. */
    static List<FieldView> fields(LineChange change) {
        return change.fields().stream()
                .sorted()
                .map(field -> new FieldView(field, FieldText.before(field, change), FieldText.after(field, change)))
                .toList();
    }
}
