package org.qibroker.insight.report;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qibroker.insight.Months;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/**
 * What a report is of: a month or a calendar year.
 *
 * @param text as it is written: {@code 2026-10} or {@code 2026}
 */
public record Period(String text, Months months) {
    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int YEARS_OFFERED = 3;

    /**
     * The period that is written so.
     *
     * @throws Refusal BAD_INPUT if it is neither a month nor a year of this century
     */
    static Period of(String text) {
        if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            return new Period(text, new Months(month, month));
        }
        if (YEAR.matcher(text).matches()) {
            int year = Integer.parseInt(text);
            return new Period(text, new Months(YearMonth.of(year, 1), YearMonth.of(year, MONTHS_OF_A_YEAR)));
        }
        throw Refusal.badInput("/period", "report-period", text);
    }

    /** Whether it is a year. */
    public boolean year() {
        return months.count() == MONTHS_OF_A_YEAR;
    }

    /** The months that can be reported, this one included, the latest first. */
    static List<String> months(Clock clock) {
        YearMonth now = YearMonth.from(RegionTime.day(clock.instant()));
        return Stream.iterate(now, month -> month.minusMonths(1))
                .limit(MONTHS_OF_A_YEAR + 1L)
                .map(YearMonth::toString)
                .toList();
    }

    /** The years that can be reported, this one included, the latest first. */
    static List<String> years(Clock clock) {
        int now = RegionTime.day(clock.instant()).getYear();
        return Stream.iterate(now, year -> year - 1)
                .limit(YEARS_OFFERED)
                .map(String::valueOf)
                .toList();
    }
}
