package org.qibroker.catalog.plot;

import java.util.Comparator;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/** The unit in which a value reads best. */
public final class FittingUnit {
    private static final String PREFIXES = "pnµmkMG";

    private FittingUnit() {}

    /**
     * The unit or one with another prefix in which a value is at least 1, as large as it may be; the unit itself where
     * there is none.
     *
     * @param base a level or a difference in the base unit
     */
    public static Unit of(double base, Unit unit, UnitRegistry units) {
        if (base == 0 || unit.hasOffset()) {
            return unit;
        }
        String stem = stem(unit, units);
        return units.unitsOf(unit.kind()).stream()
                .filter(other -> isPrefixed(other.symbol(), stem))
                .filter(other -> Math.abs(other.differenceFromBase(base)) >= 1)
                .max(Comparator.comparingDouble(Unit::factor))
                .orElse(unit);
    }

    private static String stem(Unit unit, UnitRegistry units) {
        String rest = unit.symbol().substring(1);
        boolean prefixed = PREFIXES.indexOf(unit.symbol().charAt(0)) >= 0
                && units.find(rest, unit.kind()).isPresent();
        return prefixed ? rest : unit.symbol();
    }

    private static boolean isPrefixed(String symbol, String stem) {
        return symbol.equals(stem)
                || (symbol.length() == stem.length() + 1
                        && symbol.endsWith(stem)
                        && PREFIXES.indexOf(symbol.charAt(0)) >= 0);
    }
}
