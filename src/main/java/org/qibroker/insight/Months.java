package org.qibroker.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/**
 * Whole months, both included.
 *
 * @param from the first
 * @param to the last
 */
public record Months(YearMonth from, YearMonth to) {
    private static final Pattern WRITTEN = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");
    private static final int MOST = 60;
    private static final int USUAL = 12;
    private static final int MONTHS_OF_A_QUARTER = 3;

    /**
     * Checks them.
     *
     * @throws Refusal BAD_INPUT if they are reversed or more than 60
     */
    public Months {
        if (to.isBefore(from)) {
            throw Refusal.badInput("/to", "to-before-from");
        }
        if (ChronoUnit.MONTHS.between(from, to) >= MOST) {
            throw Refusal.badInput("/to", "too-many-months", String.valueOf(MOST));
        }
    }

    /**
     * The months {@code from} and {@code to} of a query, or those of these days; without them the last twelve, this one included.
     *
     * @throws Refusal BAD_INPUT if they are no dates, reversed, or more than 60 months
     */
    static Months of(Inputs query, Clock clock) {
        YearMonth now = YearMonth.from(RegionTime.day(clock.instant()));
        YearMonth to = month(query, "to").orElse(now);
        YearMonth from = month(query, "from").orElse(to.minusMonths(USUAL - 1));
        return new Months(from, to);
    }

    private static Optional<YearMonth> month(Inputs query, String name) {
        boolean whole = query.text(name).filter(WRITTEN.asMatchPredicate()).isPresent();
        return whole ? query.text(name).map(YearMonth::parse) : query.date(name).map(YearMonth::from);
    }

    /** How many. */
    public int count() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }

    /** Whether they are a quarter of a year. */
    boolean quarter() {
        return count() == MONTHS_OF_A_QUARTER && from.getMonthValue() % MONTHS_OF_A_QUARTER == 1;
    }

    /** As many before them. */
    public Months before() {
        return new Months(from.minusMonths(count()), from.minusMonths(1));
    }

    /** The same of the year before. */
    public Months yearBefore() {
        return new Months(from.minusYears(1), to.minusYears(1));
    }

    /** Each of them. */
    public List<YearMonth> all() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    /** The month whose first day a row names. */
    public static YearMonth monthOf(String key) {
        return YearMonth.from(LocalDate.parse(key));
    }

    /** The first day of all. */
    public LocalDate first() {
        return from.atDay(1);
    }

    /** The first day of the last month. */
    public LocalDate last() {
        return to.atDay(1);
    }
}
