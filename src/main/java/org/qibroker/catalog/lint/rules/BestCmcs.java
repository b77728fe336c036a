package org.qibroker.catalog.lint.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * How well the national institutes can measure at best (k = 2), as {@code config/best-cmc.csv} records: below that,
 * something was mistyped.
 */
public final class BestCmcs {
    private final Map<String, List<Floor>> floors = new HashMap<>();

    private BestCmcs() {}

    /** All in base units; the floor is the larger of both. */
    private record Floor(double from, double to, double absolute, double relative) {
        double at(double level) {
            return Math.max(absolute, relative * Math.abs(level));
        }
    }

    /** Reads the table; an {@link IllegalArgumentException} names the line that is wrong. */
    public static BestCmcs load(Reader csv, UnitRegistry units) {
        BestCmcs table = new BestCmcs();
        try (BufferedReader lines = new BufferedReader(csv)) {
            List<String> rows = lines.lines().toList();
            for (int i = 0; i < rows.size(); i++) {
                String row = rows.get(i);
                if (!row.isBlank() && !row.startsWith("#") && !row.startsWith("quantity,")) {
                    table.add(row.split(",", -1), units, "best-cmc.csv, line " + (i + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of best measurement capabilities", e);
        }
        return table;
    }

    private void add(String[] cells, UnitRegistry units, String place) {
        if (cells.length < 6) {
            throw new IllegalArgumentException(place + ": six columns are needed");
        }
        QuantityKind kind = units.kind(cells[0].strip())
                .orElseThrow(() -> new IllegalArgumentException(place + ": unknown quantity " + cells[0]));
        Unit unit = units.find(cells[1].strip(), kind)
                .orElseThrow(() -> new IllegalArgumentException(place + ": unknown unit " + cells[1]));
        Floor floor = new Floor(
                level(cells[2], unit, Double.NEGATIVE_INFINITY, place),
                level(cells[3], unit, Double.POSITIVE_INFINITY, place),
                unit.differenceToBase(number(cells[4], 0, place)),
                number(cells[5], 0, place));
        floors.computeIfAbsent(kind.key(), key -> new ArrayList<>()).add(floor);
    }

    private static double level(String cell, Unit unit, double open, String place) {
        return cell.isBlank() ? open : unit.toBase(number(cell, 0, place));
    }

    private static double number(String cell, double blank, String place) {
        try {
            return cell.isBlank() ? blank : Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(place + ": not a number: " + cell, e);
        }
    }

    /** The best at a level, both in the kind's base unit; empty where none is recorded. */
    OptionalDouble at(QuantityKind kind, double level) {
        return floors.getOrDefault(kind.key(), List.of()).stream()
                .filter(floor -> level >= floor.from && level <= floor.to)
                .mapToDouble(floor -> floor.at(level))
                .min();
    }
}
