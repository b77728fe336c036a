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
    private static final String EVERY = "*";

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

    /** Which sums {@code r} answer it, kept by district and family, and of everything under {@link #EVERY} beside those. */
    String sums() {
        boolean everywhere = by != Dimension.DISTRICT
                && by != Dimension.FAMILY
                && wanted.filter(Dimension.DISTRICT) == null
                && wanted.filter(Dimension.FAMILY) == null;
        return everywhere
                ? "r.district = coalesce($5::text, '%1$s') AND r.family = coalesce($6::text, '%1$s')".formatted(EVERY)
                : "r.district <> '%s' AND %s AND %s"
                        .formatted(EVERY, filtered("r.district", 5), filtered("r.family", 6));
    }

    /** Which presences {@code r} answer it, kept by district and by family, and of all families beside those. */
    String presences() {
        boolean families = by == Dimension.FAMILY || wanted.filter(Dimension.FAMILY) != null;
        return "r.family %s '%s' AND %s AND %s"
                .formatted(families ? "<>" : "=", EVERY, filtered("r.district", 5), filtered("r.family", 6));
    }

    private static String filtered(String column, int place) {
        return "($%1$d::text IS NULL OR %2$s = $%1$d)".formatted(place, column);
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
