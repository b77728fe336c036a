package org.qibroker.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.ledger.InstrumentDraft.Certificate;

/** Reads one row of a ledger's file; what a cell does not say right becomes a finding. */
final class RowReader {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Map<String, InstrumentState> STATES = Map.of(
            "", InstrumentState.IN_USE,
            "在用", InstrumentState.IN_USE,
            "闲置", InstrumentState.IDLE,
            "停用", InstrumentState.IDLE,
            "封存", InstrumentState.SEALED,
            "报废", InstrumentState.SCRAPPED,
            "IN_USE", InstrumentState.IN_USE,
            "IDLE", InstrumentState.IDLE,
            "SEALED", InstrumentState.SEALED,
            "SCRAPPED", InstrumentState.SCRAPPED);

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
                Optional.ofNullable(STATES.get(text(Column.STATE)))
                        .orElseGet(() -> wrong(Column.STATE, "unknown-value")),
                Optional.ofNullable(parsed(Column.CRITICALITY, "unknown-value", RowReader::criticality))
                        .orElse(Criticality.B));
    }

    private InstrumentState wrong(Column column, String code) {
        add(column, code, text(column), "在用, 闲置, 封存, 报废");
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
        return value == null ? null : new ToleranceAsked(value, unit == null ? text(Column.RANGE_UNIT) : unit, null);
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
        Matcher day = DAY.matcher(cell);
        if (!day.matches()) {
            throw new IllegalArgumentException(cell);
        }
        return LocalDate.of(
                Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }

    private <T> @Nullable T parsed(Column column, String code, Function<String, T> parse) {
        String cell = text(column);
        try {
            return cell.isEmpty() ? null : parse.apply(cell);
        } catch (IllegalArgumentException | DateTimeException e) {
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
        return place == null ? "" : row.cell(place).strip();
    }

    private void add(Column column, String code, Object... arguments) {
        findings.add(new Finding(row.number(), column.heading(), "fault." + code, List.of(arguments)));
    }
}
