package org.qibroker.matching.understanding.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.time.WorkCalendar;

/** By when something is needed, counted from today by the working calendar. A day that is past is not understood. */
public final class DayRule implements Rule {
    private static final Pattern LEAD = Pattern.compile("(?i:(?:最晚|最迟|务必|希望|争取|请|要求)?(?:在|于|到)?|"
            + "(?:(?:needed|required|due|deadline|no later than)[ :]{0,2})?(?:by|before|until|on|is)? ?(?:the )?)");
    private static final String LEADING = "最务希争请要在于到nrdbuoit";
    private static final String DIGITS = "0123456789";
    private static final String BEHIND = " -/.年月日号个工天周星礼snrtjfmaod";
    private static final String TAIL = "(?:(?: ?(?:之前|以前|前|内|号))?(?:完成|出报告|出具报告|出结果|要报告|要结果|要|交付|交|拿到报告|拿报告|取报告)?)";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\\.?)";
    private static final String WEEKDAYS = "一二三四五六日";

    private final LocalDate today;
    private final WorkCalendar calendar;
    private final List<Way> ways = new ArrayList<>();

    /** Counts days from today by this calendar. */
    public DayRule(LocalDate today, WorkCalendar calendar) {
        this.today = today;
        this.calendar = calendar;
        chinese();
        english();
    }

    private interface Reckoning {
        @Nullable
        LocalDate of(Matcher match);
    }

    private record Way(String starts, Pattern pattern, Reckoning reckoning) {}

    private void way(String starts, String pattern, Reckoning reckoning) {
        ways.add(new Way(starts, Pattern.compile(pattern), reckoning));
    }

    private void chinese() {
        way(
                DIGITS,
                "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d)日?" + TAIL,
                m -> day(number(m, 1), number(m, 2), number(m, 3)));
        way(DIGITS, "(\\d{1,2})月份?底" + TAIL, m -> end(coming(number(m, 1), 28)));
        way(DIGITS + "今明", "(今年|明年)?(\\d{1,2})月(\\d{1,2})(?!\\d)[日号]?" + TAIL, this::monthDay);
        way(
                "一二三四五六七八九十",
                "([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]" + TAIL,
                m -> coming(Count.of(m.group(1)), Count.of(m.group(2))));
        way(DIGITS, "(\\d{1,2})[/.](\\d{1,2})(?!\\d)(?:之前|以前|前)", m -> coming(number(m, 1), number(m, 2)));
        way(DIGITS + "下本这", "(下个?月|本月|这个?月)?(\\d{1,2})[日号]" + TAIL, this::dayOfMonth);
        way("下本这周星礼", "(下下|下个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天])" + TAIL, this::weekday);
        way(
                "本这下",
                "(本|这个?|下个?)(?:周|星期|礼拜)(?:内|末|之?前|以前)?" + TAIL,
                m -> lastWorkday(m.group(1).startsWith("下") ? 1 : 0));
        way(
                "今明后大",
                "(今天|明天|后天|大后天)" + TAIL,
                m -> today.plusDays(List.of("今天", "明天", "后天", "大后天").indexOf(m.group(1))));
        way(
                "下本这月",
                "(下个?月|本月|这个?月)?月?底" + TAIL,
                m -> m.group().contains("月") ? end(today.plusMonths(says(m.group(1), "下") ? 1 : 0)) : null);
        way("今年", "(?:今年)?年底" + TAIL, m -> LocalDate.of(today.getYear(), 12, 31));
        way("元", "元旦(?:之前|以前|前)", m -> LocalDate.of(today.getYear(), 12, 31));
        way("半", "半个?月(?:之内|以内|内)" + TAIL, m -> today.plusDays(15));
        way(
                DIGITS + "一两二三四五六七八九十百",
                Count.PATTERN + " ?个?(工作日|天|日|周|星期|礼拜|月)(?:之内|以内|内)" + TAIL,
                m -> within(Count.of(m.group(1)), m.group(2)));
    }

    private void english() {
        way(
                "wi",
                "(?i:(?:with)?in " + Count.PATTERN + " (working|business|calendar)? ?(days?|weeks?|months?))",
                m -> within(
                        Count.of(m.group(1)),
                        says(m.group(2), "working") || says(m.group(2), "business")
                                ? "工作日"
                                : m.group(3).toLowerCase(Locale.ROOT)));
        way(
                "ntmwfs",
                "(?i:(next |this )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday))",
                this::weekdayEnglish);
        way(DIGITS, "(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?:,? (\\d{4}))?", m -> month(m, 1, 2, 3));
        way("jfmasond", MONTH + " (\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,? (\\d{4}))?", m -> month(m, 2, 1, 3));
        way("te", "(?i:(?:the )?end of (this |next |the )?(week|month|year))", this::endEnglish);
        way(
                "ntmy",
                "(?i:(next |this )?month[- ]end|year[- ]end)",
                m -> m.group().toLowerCase(Locale.ROOT).contains("year")
                        ? LocalDate.of(today.getYear(), 12, 31)
                        : end(today.plusMonths(says(m.group(1), "next") ? 1 : 0)));
        way("tn", "(?i:(tomorrow|next week|this week))", m -> switch (m.group(1).toLowerCase(Locale.ROOT)) {
            case "tomorrow" -> today.plusDays(1);
            case "next week" -> lastWorkday(1);
            default -> lastWorkday(0);
        });
        way(
                DIGITS,
                "(?i:(?<=(?:by|before|until|than) the )(\\d{1,2})(?:st|nd|rd|th)(?! ?of))",
                m -> next(number(m, 1), today));
    }

    @Override
    public @Nullable Found read(String text, int at) {
        if (at > 0 && Character.isDigit(text.charAt(at)) && ".-~/月年".indexOf(text.charAt(at - 1)) >= 0) {
            return null;
        }
        Found plain = read(text, at, at);
        if (plain != null || LEADING.indexOf(Character.toLowerCase(text.charAt(at))) < 0) {
            return plain;
        }
        Matcher lead = Rule.match(LEAD, text, at);
        return lead == null || lead.end() == at ? null : read(text, at, lead.end());
    }

    /** Whether what stands behind a number can make it part of a date. */
    private static boolean dated(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at < text.length() && BEHIND.indexOf(Character.toLowerCase(text.charAt(at))) >= 0;
    }

    private @Nullable Found read(String text, int at, int from) {
        char first = from < text.length() ? Character.toLowerCase(text.charAt(from)) : ' ';
        if (Character.isDigit(first) && !dated(text, from)) {
            return null;
        }
        for (Way way : ways) {
            Matcher match = way.starts.indexOf(first) < 0 ? null : Rule.match(way.pattern, text, from);
            LocalDate day = match == null ? null : attempt(way.reckoning, match);
            if (match != null && day != null && !day.isBefore(today)) {
                return new Found(new Fact.Day(day), at, match.end());
            }
        }
        return null;
    }

    private static @Nullable LocalDate attempt(Reckoning reckoning, Matcher match) {
        try {
            return reckoning.of(match);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean says(@Nullable String text, String word) {
        return text != null && text.toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private LocalDate coming(int month, int day) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private LocalDate monthDay(Matcher match) {
        int month = number(match, 2);
        int day = number(match, 3);
        String year = match.group(1);
        return year == null
                ? coming(month, day)
                : LocalDate.of(today.getYear() + (year.startsWith("明") ? 1 : 0), month, day);
    }

    private static LocalDate end(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth());
    }

    private LocalDate dayOfMonth(Matcher match) {
        String month = match.group(1);
        int day = number(match, 2);
        return month == null
                ? next(day, today)
                : today.plusMonths(month.startsWith("下") ? 1 : 0).withDayOfMonth(day);
    }

    private static LocalDate next(int day, LocalDate from) {
        return day < from.getDayOfMonth() ? from.plusMonths(1).withDayOfMonth(day) : from.withDayOfMonth(day);
    }

    private LocalDate monday(int later) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(later);
    }

    /** A weekday of this week, or of so many weeks later; one without a week is the next to come. */
    private LocalDate weekday(Matcher match) {
        DayOfWeek day = DayOfWeek.of(1 + WEEKDAYS.indexOf(match.group(2).replace('天', '日')));
        String week = match.group(1);
        if (week == null) {
            return today.with(TemporalAdjusters.nextOrSame(day));
        }
        int later = week.startsWith("下下") ? 2 : week.startsWith("下") ? 1 : 0;
        return monday(later).with(TemporalAdjusters.nextOrSame(day));
    }

    /** The last day of a week that people work on. */
    private LocalDate lastWorkday(int later) {
        LocalDate sunday = monday(later).plusDays(6);
        return sunday.minusDays(6)
                .datesUntil(sunday.plusDays(1))
                .filter(calendar::isWorkday)
                .reduce((earlier, latest) -> latest)
                .orElse(sunday);
    }

    private @Nullable LocalDate within(int number, String unit) {
        if (number < 1 || number > 999) {
            return null;
        }
        return switch (unit) {
            case "工作日" -> calendar.plusWorkdays(today, number);
            case "周", "星期", "礼拜", "week", "weeks" -> today.plusWeeks(number);
            case "月", "month", "months" -> today.plusMonths(number);
            default -> today.plusDays(number);
        };
    }

    private LocalDate weekdayEnglish(Matcher match) {
        DayOfWeek day = DayOfWeek.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        LocalDate from = says(match.group(1), "next") ? monday(1) : today;
        return from.with(TemporalAdjusters.nextOrSame(day));
    }

    private LocalDate endEnglish(Matcher match) {
        int later = says(match.group(1), "next") ? 1 : 0;
        return switch (match.group(2).toLowerCase(Locale.ROOT)) {
            case "week" -> lastWorkday(later);
            case "month" -> end(today.plusMonths(later));
            default -> LocalDate.of(today.getYear() + later, 12, 31);
        };
    }

    private LocalDate month(Matcher match, int day, int month, int year) {
        String name = match.group(month).toLowerCase(Locale.ROOT).substring(0, 3);
        int number = 1 + MONTHS.indexOf(name);
        return match.group(year) == null
                ? coming(number, number(match, day))
                : LocalDate.of(number(match, year), number, number(match, day));
    }
}
