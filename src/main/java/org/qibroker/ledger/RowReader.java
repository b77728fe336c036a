package org.qibroker.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.exports.Apostrophe;
import org.qibroker.catalog.imports.table.DayText;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.ledger.InstrumentDraft.Certificate;

/** Reads one row of a ledger's file; what a cell does not say right becomes a finding. */
final class RowReader {
    private final Map<Column, Integer> columns;
    private final TableRow row;
    private final List<Finding> findings = new ArrayList<>();

    RowReader(Map<Column, Integer> columns, TableRow row) {
        this.columns = columns;
        this.row = row;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The instrument, where nothing is wrong with the form of its cells. */
    InstrumentDraft read() {
        return new InstrumentDraft(
                text(Column.OWN_NUMBER),
                text(Column.SUBJECT),
                some(Column.MODEL),
                some(Column.SERIAL),
                some(Column.LOCATION),
                some(Column.KEEPER),
                range(),
                tolerance(),
                some(Column.ACCURACY),
                Optional.ofNullable(parsed(Column.INTERVAL, "whole-number", cell -> (int) Double.parseDouble(cell)))
                        .orElse(0),
                last(),
                parsed(Column.NEXT_DUE, "date", RowReader::day),
                StateWords.read(text(Column.STATE)).orElseGet(this::unknownState),
                Optional.ofNullable(parsed(Column.CRITICALITY, "unknown-value", RowReader::criticality))
                        .orElse(Criticality.B));
    }

    private InstrumentState unknownState() {
        add(Column.STATE, "unknown-value", text(Column.STATE), StateWords.all());
        return InstrumentState.IN_USE;
    }

    private static Criticality criticality(String cell) {
        return Criticality.valueOf(cell.replace("类", ""));
    }

    private @Nullable RangeAsked range() {
        Double min = number(Column.RANGE_MIN);
        Double max = number(Column.RANGE_MAX);
        return min == null && max == null ? null : new RangeAsked(min, max, text(Column.RANGE_UNIT));
    }

    private @Nullable ToleranceAsked tolerance() {
        Double value = number(Column.TOLERANCE);
        String unit = some(Column.TOLERANCE_UNIT);
        Double ratio = number(Column.TOLERANCE_RATIO);
        return value == null ? null : new ToleranceAsked(value, unit == null ? text(Column.RANGE_UNIT) : unit, ratio);
    }

    private @Nullable Certificate last() {
        LocalDate on = parsed(Column.LAST_ON, "date", RowReader::day);
        String number = some(Column.LAST_NUMBER);
        if (on == null && number != null && findings.isEmpty()) {
            add(Column.LAST_ON, "not-null");
        }
        return on == null ? null : new Certificate(number == null ? "-" : number, on, some(Column.LAST_PROVIDER));
    }

    private @Nullable Double number(Column column) {
        return parsed(column, "number", cell -> Double.valueOf(cell.replaceFirst("^[±+]", "")));
    }

    private static LocalDate day(String cell) {
        return DayText.of(cell).orElseThrow(() -> new IllegalArgumentException(cell));
    }

    private <T> @Nullable T parsed(Column column, String code, Function<String, T> parse) {
        String cell = text(column);
        try {
            return cell.isEmpty() ? null : parse.apply(cell);
        } catch (IllegalArgumentException e) {
            add(column, code, cell, "A, B, C");
            return null;
        }
    }

    private @Nullable String some(Column column) {
        String cell = text(column);
        return cell.isEmpty() ? null : cell;
    }

    private String text(Column column) {
        Integer place = columns.get(column);
        return place == null ? "" : Apostrophe.without(row.cell(place).strip());
    }

    private void add(Column column, String code, Object... arguments) {
        findings.add(new Finding(row.number(), column.heading(), "fault." + code, List.of(arguments)));
    }
}
