package org.qibroker.insight;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How sums are read: for some periods, each of them one part, or for one period by the values of a dimension.
 *
 * @param by what the parts are, periods if absent
 * @param periods those the sums are of
 */
record Parted(Wanted wanted, @Nullable Dimension by, List<Months> periods) {
    /** One period by a dimension. */
    static Parted by(Wanted wanted, Dimension by) {
        return new Parted(wanted, by, List.of(wanted.months()));
    }

    /** Each period by itself; its part is its place, from 1. */
    static Parted periods(Wanted wanted, List<Months> periods) {
        return new Parted(wanted, null, periods);
    }

    /** The part a row of sums belongs to. */
    String value() {
        return by == null ? "period.place::text" : "r." + by.column();
    }

    /** The dimension whose sums answer it. */
    @Nullable
    Dimension apart() {
        return by != null && by.apart() ? by : wanted.apart();
    }

    /** Whether sums over all districts and families answer it. */
    boolean everywhere() {
        return by != Dimension.DISTRICT
                && by != Dimension.FAMILY
                && wanted.filter(Dimension.DISTRICT) == null
                && wanted.filter(Dimension.FAMILY) == null;
    }

    /** Dimension, first and last months, and the filters of key, district and family. */
    Tuple values() {
        return values(apart());
    }

    /** The same, of another dimension. */
    Tuple values(@Nullable Dimension dimension) {
        return Tuple.of(dimension == null ? "ALL" : dimension.name())
                .addArrayOfLocalDate(each(Months::first))
                .addArrayOfLocalDate(each(Months::last))
                .addString(dimension == null ? null : wanted.filter(dimension))
                .addString(wanted.filter(Dimension.DISTRICT))
                .addString(wanted.filter(Dimension.FAMILY));
    }

    private LocalDate[] each(Function<Months, LocalDate> day) {
        return periods.stream().map(day).toArray(LocalDate[]::new);
    }
}
