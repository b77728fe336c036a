package org.qibroker.catalog.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.qibroker.catalog.Provider;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/**
 * What a line is judged by, besides itself.
 *
 * @param provider whose line it is, for its accreditations
 * @param editions the newest edition known of each standard
 * @param day on which it is judged
 * @param named what texts were found to name, kept because scopes name the same standards over and over
 */
record Surroundings(
        Tables tables, Provider provider, KnownEditions editions, LocalDate day, Map<String, List<Designation>> named) {
    private static final int MOST_NAMED = 20_000;

    Surroundings(Tables tables, Provider provider, KnownEditions editions, LocalDate day) {
        this(tables, provider, editions, day, new ConcurrentHashMap<>());
    }

    /** What is the same for all. */
    record Tables(
            UnitRegistry units,
            RangeParser ranges,
            UncertaintyParser uncertainties,
            BestCmcs best,
            Supersessions superseded) {
        static Tables of(UnitRegistry units, BestCmcs best, Supersessions superseded) {
            return new Tables(units, new RangeParser(units), new UncertaintyParser(units), best, superseded);
        }
    }

    UnitRegistry units() {
        return tables.units;
    }

    /** The standards that a text names. */
    List<Designation> named(String text) {
        if (named.size() > MOST_NAMED) {
            named.clear();
        }
        return named.computeIfAbsent(text, Designations::findAll);
    }
}
