package org.qibroker.catalog.lint.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.TextKey;

/** Doubts about quantity, range and conditions. */
final class RangeRules {
    private static final int UNITS_NAMED = 6;
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private RangeRules() {}

    static Stream<Finding> quantity(LintedLine line, Surroundings around) {
        String stated = line.texts().quantity();
        if (stated == null) {
            return open(line, around).stream();
        }
        return around.units().kind(stated).isPresent()
                ? Stream.empty()
                : Stream.of(line.finding(Rule.QUANTITY_UNKNOWN, Field.QUANTITY, stated, stated));
    }

    /** The range's unit belongs to direct and alternating quantities alike, which labs serve by different means. */
    private static Optional<Finding> open(LintedLine line, Surroundings around) {
        QuantityRange range = line.read().measured().range();
        if (range == null || line.read().measured().quantity() != null) {
            return Optional.empty();
        }
        String symbol = range.unit().symbol();
        List<String> kinds = around.units().all(symbol).stream()
                .map(unit -> unit.kind().key())
                .filter(key -> key.startsWith("dc-") || key.startsWith("ac-"))
                .distinct()
                .toList();
        return kinds.size() < 2
                ? Optional.empty()
                : Optional.of(line.finding(
                        Rule.QUANTITY_OPEN, Field.QUANTITY, (String) null, symbol, String.join(", ", kinds)));
    }

    /** A text without a letter or digit, such as a dash, says that there is none. */
    static Stream<Finding> range(LintedLine line, Surroundings around) {
        String text = line.texts().range();
        if (text == null
                || line.read().measured().range() != null
                || TextKey.of(text).isEmpty()) {
            return Stream.empty();
        }
        Optional<String> upright =
                Inversion.upright(text, stated(line, around), around.tables().ranges());
        if (upright.isPresent()) {
            Fix fix = Fix.replace(text, upright.get());
            return Stream.of(line.finding(Rule.RANGE_INVERTED, Field.RANGE, fix, text, upright.get()));
        }
        return Stream.of(foreignUnit(line, around, text)
                .orElseGet(() -> line.finding(Rule.RANGE_NOT_UNDERSTOOD, Field.RANGE, text, text)));
    }

    /** The range means something, but in another quantity than the one stated. */
    private static Optional<Finding> foreignUnit(LintedLine line, Surroundings around, String text) {
        QuantityKind kind = stated(line, around);
        if (kind == null) {
            return Optional.empty();
        }
        return around.tables()
                .ranges()
                .parse(text, null)
                .filter(other -> !other.unit().kind().equals(kind))
                .map(QuantityRange::unit)
                .map(unit -> foreign(line, around, new Stranger(Field.RANGE, text, unit.symbol(), kind)));
    }

    /** A unit that does not measure the quantity of its line. */
    record Stranger(Field field, String text, String symbol, QuantityKind kind) {}

    static Finding foreign(LintedLine line, Surroundings around, Stranger stranger) {
        QuantityKind kind = stranger.kind;
        String known = around.units().unitsOf(kind).stream()
                .map(Unit::symbol)
                .limit(UNITS_NAMED)
                .collect(Collectors.joining(", "));
        String name = kind.nameZh() + " (" + kind.nameEn() + ")";
        return line.finding(Rule.UNIT_OF_OTHER_QUANTITY, stranger.field, stranger.text, stranger.symbol, name, known);
    }

    private static @Nullable QuantityKind stated(LintedLine line, Surroundings around) {
        String key = line.texts().quantity();
        return key == null ? null : around.units().kind(key).orElse(null);
    }

    /** Words alone say with what or how; only where there are numbers an interval was meant. */
    static Stream<Finding> conditions(LintedLine line, Surroundings around) {
        List<Finding> open = line.read().conditions().stream()
                .filter(condition -> condition.range() == null
                        && NUMBER.matcher(condition.text()).find())
                .map(condition -> line.finding(
                        Rule.CONDITION_NOT_UNDERSTOOD, Field.CONDITIONS, condition.text(), condition.text()))
                .toList();
        return open.stream();
    }
}
