package org.qibroker.catalog.plot;

import java.util.Locale;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.unit.Unit;

/** Values as people read them. */
public final class Shown {
    private Shown() {}

    /** A level given in the base unit. */
    public static String level(double base, Unit unit) {
        return Numbers.print(unit.fromBase(base)) + " " + unit.symbol();
    }

    /** A difference given in the base unit, with two digits as uncertainties are stated (JCGM 100, 7.2.6). */
    public static String difference(double base, Unit unit) {
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.2g", unit.differenceFromBase(base)));
        return Numbers.print(rounded) + " " + unit.symbol();
    }
}
