package org.qibroker.matching.fairness;

import java.time.Clock;
import java.time.YearMonth;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/**
 * Whole months, both included.
 *
 * @param from the first
 * @param to the last
 */
record FairnessPeriod(YearMonth from, YearMonth to) {
    private static final int MOST_MONTHS = 60;
    private static final int USUAL_MONTHS = 6;

    /**
     * The months of the days {@code from} and {@code to} of a query; without them the last six, this one included.
     *
     * @throws Refusal BAD_INPUT if they are in the wrong order or more than 60 months
     */
    static FairnessPeriod of(Inputs query, Clock clock) {
        YearMonth now = YearMonth.from(RegionTime.day(clock.instant()));
        YearMonth to = query.date("to").map(YearMonth::from).orElse(now);
        YearMonth from = query.date("from").map(YearMonth::from).orElse(to.minusMonths(USUAL_MONTHS - 1));
        if (to.isBefore(from)) {
            throw Refusal.badInput("/to", "to-before-from");
        }
        if (to.isAfter(from.plusMonths(MOST_MONTHS - 1))) {
            throw Refusal.badInput("/to", "too-many-months", String.valueOf(MOST_MONTHS));
        }
        return new FairnessPeriod(from, to);
    }
}
