package org.qibroker.catalog.lint.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.qibroker.catalog.Provider;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * What a line is judged by, besides itself.
 *
 * @param provider whose line it is, for its accreditations
 * @param editions the newest edition known of each standard
 * @param day on which it is judged
 * @param methods what was found about methods, kept because scopes name the same ones over and over
 */
public record Surroundings(
        Tables tables,
        Provider provider,
        KnownEditions editions,
        LocalDate day,
        Map<String, List<MethodRules.Doubt>> methods) {
    private static final int MOST_METHODS = 20_000;

    /** What a line is judged by, with nothing kept yet. */
    public Surroundings(Tables tables, Provider provider, KnownEditions editions, LocalDate day) {
        this(tables, provider, editions, day, new ConcurrentHashMap<>());
    }

    /** What is the same for all. */
    public record Tables(
            UnitRegistry units,
            RangeParser ranges,
            UncertaintyParser uncertainties,
            BestCmcs best,
            Supersessions superseded) {
        /** The tables, with the parsers of the units. */
        public static Tables of(UnitRegistry units, BestCmcs best, Supersessions superseded) {
            return new Tables(units, new RangeParser(units), new UncertaintyParser(units), best, superseded);
        }
    }

    UnitRegistry units() {
        return tables.units;
    }

    /** What is doubtful about a method, as it was found before or is found now. */
    List<MethodRules.Doubt> about(String method, Function<String, List<MethodRules.Doubt>> found) {
        if (methods.size() > MOST_METHODS) {
            methods.clear();
        }
        return methods.computeIfAbsent(method, found);
    }
}
