package org.qibroker.catalog.imports.changes;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.LineField;
import org.qibroker.measure.Numbers;

/** What single fields of a line say, as a text that needs no translation. */
final class FieldText {
    private FieldText() {}

    static String before(LineField field, LineChange change) {
        RecordedLine before = change.before();
        if (before == null) {
            return "";
        }
        return switch (field) {
            case VALID_FROM -> before.validity().from().toString();
            case VALID_TO -> text(before.validity().to());
            default -> of(field, before.line());
        };
    }

    static String after(LineField field, LineChange change) {
        ScopeLine after = change.after();
        return switch (field) {
            case VALID_FROM -> change.days().from().toString();
            case VALID_TO -> text(change.days().to());
            default -> after == null ? "" : of(field, after);
        };
    }

    private static String of(LineField field, ScopeLine line) {
        return text(field.of(line));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining("；"));
        }
        if (value instanceof Price price) {
            return price(price);
        }
        if (value instanceof Double number) {
            return Numbers.print(number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "✓" : "–";
        }
        return value == null ? "" : value.toString();
    }

    private static String price(Price price) {
        if (price.fen() == null) {
            return "";
        }
        String yuan =
                "¥" + BigDecimal.valueOf(price.fen(), 2).stripTrailingZeros().toPlainString();
        return (price.kind() == Price.Kind.FROM ? "≥ " : "") + yuan + (price.per() == null ? "" : "/" + price.per());
    }
}
