package org.qibroker.measure.unit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of kinds and units. */
final class UnitTables {
    private static final Map<String, String> PREFIXES_ZH =
            Map.of("p", "皮", "n", "纳", "µ", "微", "m", "毫", "c", "厘", "d", "分", "h", "百", "k", "千", "M", "兆", "G", "吉");
    private static final Map<String, Double> PREFIXES = Map.ofEntries(
            Map.entry("f", 1e-15),
            Map.entry("p", 1e-12),
            Map.entry("n", 1e-9),
            Map.entry("µ", 1e-6),
            Map.entry("m", 1e-3),
            Map.entry("c", 1e-2),
            Map.entry("d", 1e-1),
            Map.entry("h", 1e2),
            Map.entry("k", 1e3),
            Map.entry("M", 1e6),
            Map.entry("G", 1e9),
            Map.entry("T", 1e12));

    private final Map<String, QuantityKind> kinds = new LinkedHashMap<>();
    private final Map<String, List<UnitRegistry.Spelling>> spellings = new LinkedHashMap<>();
    private final Map<QuantityKind, List<Unit>> unitsByKind = new LinkedHashMap<>();

    private UnitTables() {}

    static UnitTables read(Reader quantities, Reader units) throws IOException {
        UnitTables tables = new UnitTables();
        for (Row row : rows(quantities, "quantities.csv")) {
            QuantityKind kind = new QuantityKind(row.cell(0), row.cell(1), row.cell(2), row.cell(3));
            row.check(tables.kinds.put(kind.key(), kind) == null, "the key is there twice");
        }
        for (Row row : rows(units, "units.csv")) {
            for (String key : row.cell(2).split(" ")) {
                QuantityKind kind = tables.kinds.get(key);
                row.check(kind != null, "unknown quantity kind " + key);
                if (kind != null) {
                    tables.add(row, kind);
                }
            }
        }
        tables.kinds.values().forEach(tables::checkBase);
        return tables;
    }

    Map<String, QuantityKind> kinds() {
        return kinds;
    }

    Map<String, List<UnitRegistry.Spelling>> spellings() {
        return spellings;
    }

    Map<QuantityKind, List<Unit>> unitsByKind() {
        return unitsByKind;
    }

    private void checkBase(QuantityKind kind) {
        boolean there = unitsByKind.getOrDefault(kind, List.of()).stream()
                .anyMatch(u -> u.symbol().equals(kind.baseUnit()) && u.factor() == 1 && u.offset() == 0);
        if (!there) {
            throw new IllegalArgumentException("quantities.csv: " + kind.key() + " lacks its base unit in units.csv");
        }
    }

    private void add(Row row, QuantityKind kind) {
        String symbol = row.cell(0).replaceFirst("^\\?", "");
        double factor = row.number(3);
        double offset = row.cell(4).isEmpty() ? 0 : row.number(4);
        Unit plain = known(row, new Unit(symbol, row.cell(1), kind, factor, offset));
        spell(row.cell(0), plain);
        List<String> aliases = row.list(6, ";");
        aliases.forEach(alias -> spell(alias, plain));
        for (String prefix : row.list(5, " ")) {
            Double size = PREFIXES.get(prefix);
            row.check(size != null, "unknown prefix " + prefix);
            if (size != null) {
                String ucum = prefix.replace('µ', 'u') + row.cell(1);
                Unit unit = known(row, new Unit(prefix + symbol, ucum, kind, factor * size, offset));
                spell(prefix + symbol, unit);
                spellPrefixed(prefix, symbol, unit);
                aliases.forEach(alias -> spellPrefixed(prefix, alias, unit));
            }
        }
    }

    /** The unit of that symbol and kind that an earlier row gave, which then must agree; else this one. */
    private Unit known(Row row, Unit unit) {
        List<Unit> units = unitsByKind.computeIfAbsent(unit.kind(), k -> new ArrayList<>());
        for (Unit other : units) {
            if (other.symbol().equals(unit.symbol())) {
                row.check(Math.abs(other.factor() / unit.factor() - 1) < 1e-15, unit.symbol() + " has two factors");
                return other;
            }
        }
        units.add(unit);
        return unit;
    }

    private void spellPrefixed(String prefix, String alias, Unit unit) {
        if (alias.startsWith("?")) {
            return;
        }
        if (alias.charAt(0) >= 0x2E80) {
            spell(PREFIXES_ZH.getOrDefault(prefix, prefix) + alias, unit);
            return;
        }
        spell(prefix + alias, unit);
        if (prefix.equals("µ")) {
            spell("u" + alias, unit);
        }
    }

    private void spell(String marked, Unit unit) {
        boolean alone = !marked.startsWith("?");
        String spelling = Notation.fold(alone ? marked : marked.substring(1));
        List<UnitRegistry.Spelling> same = spellings.computeIfAbsent(spelling, s -> new ArrayList<>());
        for (UnitRegistry.Spelling other : same) {
            if (other.unit().kind().equals(unit.kind())) {
                if (!other.unit().equals(unit)) {
                    throw new IllegalArgumentException("units.csv: " + spelling + " means two units of "
                            + unit.kind().key());
                }
                return;
            }
        }
        same.add(new UnitRegistry.Spelling(unit, alone));
    }

    private static List<Row> rows(Reader reader, String file) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<Row> rows = new ArrayList<>();
        boolean header = true;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!header) {
                rows.add(new Row(file + ", line " + number, List.of(line.split(",", -1))));
            }
            header = false;
        }
        return rows;
    }

    /** One line of a table. */
    private record Row(String place, List<String> cells) {
        String cell(int index) {
            check(index < cells.size(), "a column is missing");
            return cells.get(index).strip();
        }

        List<String> list(int index, String separator) {
            return cell(index).isEmpty() ? List.of() : List.of(cell(index).split(separator));
        }

        double number(int index) {
            String[] quotient = cell(index).split("/");
            try {
                double value = Double.parseDouble(quotient[0]);
                return quotient.length == 1 ? value : value / Double.parseDouble(quotient[1]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(place + ": not a number: " + cell(index), e);
            }
        }

        void check(boolean holds, String wrong) {
            if (!holds) {
                throw new IllegalArgumentException(place + ": " + wrong);
            }
        }
    }
}
