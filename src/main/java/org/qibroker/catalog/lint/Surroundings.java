package org.qibroker.catalog.lint;

import java.time.LocalDate;
import org.qibroker.catalog.Provider;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.UnitRegistry;

/**
 * What a line is judged by, besides itself.
 *
 * @param provider whose line it is, for its accreditations
 * @param editions the newest edition known of each standard
 * @param day on which it is judged
 */
record Surroundings(Tables tables, Provider provider, KnownEditions editions, LocalDate day) {
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
}
