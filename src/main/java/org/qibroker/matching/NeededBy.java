package org.qibroker.matching;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.time.WorkCalendar;

/** Finds in a sentence by when something is needed. */
final class NeededBy {
    private static final String BEFORE = "\\s*(?:之前|以前|前)?(?:完成|出报告|要|交付)?";
    private static final Pattern ISO =
            Pattern.compile("(?:by|before|until)?\\s*(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?" + BEFORE, flags());
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]?" + BEFORE);
    private static final Pattern WEEKDAY = Pattern.compile("(下下|下个?|本|这)?(?:周|星期|礼拜)([一二三四五六日天])" + BEFORE);
    private static final Pattern NEAR_DAY = Pattern.compile("(今天|明天|后天)" + BEFORE);
    private static final Pattern MONTH_END = Pattern.compile("(下个?|本|这个?)?月底" + BEFORE);
    private static final Pattern WITHIN =
            Pattern.compile("(\\d{1,3})\\s*个?(工作日|天|日|周|星期|月)(?:之内|以内|内)" + "(?:完成|出报告|要|交付)?");
    private static final Pattern WITHIN_EN =
            Pattern.compile("(?:with)?in\\s+(\\d{1,3})\\s+(working days|business days|days?|weeks?|months?)", flags());
    private static final Pattern WEEKDAY_EN = Pattern.compile(
            "(?:by|before|until)\\s+(next\\s+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)", flags());
    private static final Pattern MONTH_EN = Pattern.compile(
            "(?:by|before|until)\\s+(?:(\\d{1,2})\\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
                    + "(?:\\s+(\\d{1,2})(?!\\d))?(?:,?\\s*(\\d{4}))?",
            flags());
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final LocalDate today;
    private final WorkCalendar calendar;

    NeededBy(LocalDate today, WorkCalendar calendar) {
        this.today = today;
        this.calendar = calendar;
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE;
    }

    /** Takes the day out of the words. */
    Optional<LocalDate> take(Words words) {
        return date(words, ISO, m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3)))
                .or(() -> date(words, MONTH_DAY, m -> coming(number(m, 1), number(m, 2))))
                .or(() -> date(words, WEEKDAY, this::weekday))
                .or(() -> date(
                        words,
                        NEAR_DAY,
                        m -> today.plusDays(List.of("今天", "明天", "后天").indexOf(m.group(1)))))
                .or(() -> date(words, MONTH_END, this::monthEnd))
                .or(() -> date(words, WITHIN, m -> within(number(m, 1), m.group(2))))
                .or(() -> date(
                        words, WITHIN_EN, m -> within(number(m, 1), m.group(2).toLowerCase(Locale.ROOT))))
                .or(() -> date(words, WEEKDAY_EN, this::weekdayEnglish))
                .or(() -> date(words, MONTH_EN, this::monthEnglish));
    }

    private interface Calculation {
        @Nullable
        LocalDate of(MatchResult match);
    }

    private static Optional<LocalDate> date(Words words, Pattern pattern, Calculation calculation) {
        LocalDate[] found = new LocalDate[1];
        words.take(pattern, match -> {
            found[0] = attempt(calculation, match);
            return found[0] != null;
        });
        return Optional.ofNullable(found[0]);
    }

    private static @Nullable LocalDate attempt(Calculation calculation, MatchResult match) {
        try {
            return calculation.of(match);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private LocalDate coming(int month, int day) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    /** A weekday of this week, or of so many weeks later; one without a week is the next to come. */
    private LocalDate weekday(MatchResult match) {
        DayOfWeek day = DayOfWeek.of(1 + "一二三四五六日".indexOf(match.group(2).replace('天', '日')));
        String week = match.group(1);
        if (week == null) {
            return today.with(TemporalAdjusters.nextOrSame(day));
        }
        int later = week.startsWith("下下") ? 2 : week.startsWith("下") ? 1 : 0;
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(later)
                .with(TemporalAdjusters.nextOrSame(day));
    }

    private LocalDate monthEnd(MatchResult match) {
        int later = match.group(1) != null && match.group(1).startsWith("下") ? 1 : 0;
        return today.plusMonths(later).with(TemporalAdjusters.lastDayOfMonth());
    }

    private LocalDate within(int number, String unit) {
        return switch (unit) {
            case "工作日", "working days", "business days" -> calendar.plusWorkdays(today, number);
            case "周", "星期", "week", "weeks" -> today.plusWeeks(number);
            case "月", "month", "months" -> today.plusMonths(number);
            default -> today.plusDays(number);
        };
    }

    private LocalDate weekdayEnglish(MatchResult match) {
        DayOfWeek day = DayOfWeek.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        LocalDate from = match.group(1) == null ? today : today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return from.with(TemporalAdjusters.nextOrSame(day));
    }

    private @Nullable LocalDate monthEnglish(MatchResult match) {
        String day = match.group(1) == null ? match.group(3) : match.group(1);
        if (day == null) {
            return null;
        }
        int month = 1 + MONTHS.indexOf(match.group(2).toLowerCase(Locale.ROOT));
        return match.group(4) == null
                ? coming(month, Integer.parseInt(day))
                : LocalDate.of(number(match, 4), month, Integer.parseInt(day));
    }
}
